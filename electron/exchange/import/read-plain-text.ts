import type { NodeJson } from '../../../shared/document/schema.ts';
import { paragraphNode, textNode, type Drops, type SourceBlock, type SourceText } from './imported-text.ts';

/** A heading is no longer than this. */
const LONGEST_HEADING = 110;

/** Lines of a text that was broken by its program are hardly longer. */
const WRAPPED_AT = 100;

const BULLET = /^\s*[-–—*•‣▪◦·]\s+(\S.*)$/;
const NUMBERED = /^\s*(\d{1,3})[.)]\s+(\S.*)$/;
const HEADING_NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=\p{L})/u;
const NAMED_PART = /^(?:chapter|part|section|annex|appendix|title)\s+(?:\d+|[ivxlc]+|[a-z])\b/i;

/**
 * Reads a text without markup. Only what is plainly a heading or a list becomes one: paragraphs that
 * begin with a number keep it as a part of their text.
 */
export function readPlainText(source: string, _drops: Drops): SourceText {
  const groups = groupLines(source.replace(/\f/g, '\n\n'));
  const blocks: SourceBlock[] = [];
  groups.forEach((group, index) => {
    const heading = headingOf(group, groups[index + 1], groups[index - 1]);
    if (heading) blocks.push(heading);
    else blocks.push(...listOrParagraphs(group).map((node) => ({ type: 'block' as const, node })));
  });
  return { title: null, blocks };
}

/** Lines that belong together: between blank lines, or each for itself where lines are as long as paragraphs. */
function groupLines(source: string): string[][] {
  const lines = source.split('\n').map((line) => line.trimEnd());
  const isWrapped = isBrokenByProgram(lines);
  const groups: string[][] = [];
  let group: string[] = [];
  const close = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const line of lines) {
    if (line.trim() === '') close();
    else group.push(line);
    if (!isWrapped && !BULLET.test(line) && !NUMBERED.test(line) && !isUnderline(line)) close();
  }
  close();
  return isWrapped ? groups : joinUnderlines(groups);
}

/** Whether paragraphs run over several lines: none is long, and many end where there was no more room. */
function isBrokenByProgram(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  const long = filled.filter((line) => line.length > WRAPPED_AT).length;
  const nearEdge = filled.filter((line) => line.length > 50).length;
  return long <= filled.length / 20 && nearEdge > filled.length / 4;
}

function isUnderline(line: string): boolean {
  return /^\s*(?:={3,}|-{3,})\s*$/.test(line);
}

/** An underline belongs to the line above it. */
function joinUnderlines(groups: readonly string[][]): string[][] {
  const joined: string[][] = [];
  for (const group of groups) {
    if (isUnderline(group[0]!) && joined.length > 0) joined.at(-1)!.push(...group);
    else joined.push([...group]);
  }
  return joined;
}

function headingOf(
  group: readonly string[],
  next: readonly string[] | undefined,
  previous: readonly string[] | undefined,
): SourceBlock | null {
  const [first, second, ...rest] = group.map((line) => line.trim());
  const heading = (depth: number, text: string): SourceBlock => ({ type: 'heading', depth, content: [textNode(text)] });
  if (first === undefined || first.length > LONGEST_HEADING) return null;
  if (second !== undefined && isUnderline(second) && rest.length === 0)
    return heading(second.startsWith('=') ? 1 : 2, first);
  if (second !== undefined || /[.;:,!?]$/.test(first)) return null;
  const number = HEADING_NUMBER.exec(first)?.[1];
  if (number !== undefined) {
    const parts = number.split('.').length;
    // With a number alone it is as likely to be one of a list, which goes on below or above.
    return parts === 1 && (isListed(next) || isListed(previous)) ? null : heading(parts, first);
  }
  if (NAMED_PART.test(first)) return heading(1, first);
  const letters = first.replace(/[^\p{L}]/gu, '');
  const isLoud = letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  return isLoud && next !== undefined ? heading(1, first) : null;
}

/** Whether lines begin with a number of their own and nothing more. */
function isListed(group: readonly string[] | undefined): boolean {
  return group !== undefined && NUMBERED.test(group[0]!);
}

/** A list where every line, or every line and what it runs on to, is an item; else one paragraph. */
function listOrParagraphs(group: readonly string[]): NodeJson[] {
  const lines = group.filter((line) => !isUnderline(line));
  const bullets = itemsOf(lines, BULLET);
  if (bullets)
    return [
      listOf(
        'bulletList',
        bullets.map(([, text]) => text),
      ),
    ];
  const numbered = itemsOf(lines, NUMBERED);
  if (
    numbered &&
    numbered.length > 1 &&
    numbered.every(([number], index) => Number(number) === Number(numbered[0]![0]) + index)
  ) {
    const start = Number(numbered[0]![0]);
    return [
      {
        ...listOf(
          'orderedList',
          numbered.map(([, text]) => text),
        ),
        attrs: { start },
      },
    ];
  }
  const text = lines.map((line) => line.trim()).join(' ');
  return text === '' ? [] : [paragraphNode([textNode(text)])];
}

/** @returns Number, if any, and text of each item; null when the first line begins none. */
function itemsOf(lines: readonly string[], pattern: RegExp): [string, string][] | null {
  const items: [string, string][] = [];
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match) items.push([match[1]!, match.at(-1)!]);
    else if (items.length === 0) return null;
    else items[items.length - 1]![1] += ` ${line.trim()}`;
  }
  return items.length > 0 ? items : null;
}

function listOf(type: 'bulletList' | 'orderedList', texts: readonly string[]): NodeJson {
  return { type, content: texts.map((text) => ({ type: 'listItem', content: [paragraphNode([textNode(text)])] })) };
}
