import { attributeText } from './attribute-text.ts';
import type { MarkJson, NodeJson } from '../../document/schema.ts';
import type { TextPart } from './comparison.ts';

/** A word, a space, a sign, or something that stands in a line like one. */
export interface InlineToken {
  /** Tokens of one key are the same words. */
  readonly key: string;
  /** As it is shown. */
  readonly text: string;
  readonly place: TextPart['place'];
  /** By the names of marks and the like, where in the token they are. */
  readonly style: Readonly<Record<string, string>>;
}

/** What the target of a reference is called. */
export type LabelOf = (target: string) => string;

/** A line's tokens. */
export function inlineTokens(content: readonly NodeJson[], labelOf: LabelOf): InlineToken[] {
  const tokens: InlineToken[] = [];
  let run: NodeJson[] = [];
  const endRun = (): void => {
    tokens.push(...wordsOf(run, 'text'));
    run = [];
  };
  for (const node of content) {
    if (node.type === 'text') {
      run.push(node);
      continue;
    }
    endRun();
    tokens.push(...atomTokens(node, labelOf));
  }
  endRun();
  return tokens;
}

/** The tokens of plain words. */
export function plainTokens(text: string): InlineToken[] {
  return wordsOf([{ type: 'text', text }], 'text');
}

export function token(place: TextPart['place'], key: string, text: string): InlineToken {
  return { key: `${place} ${key}`, text, place, style: {} };
}

function atomTokens(node: NodeJson, labelOf: LabelOf): InlineToken[] {
  const style = stylesOf([{ from: 0, to: 1, marks: node.marks ?? [] }]);
  switch (node.type) {
    case 'hardBreak':
      return [{ ...token('text', 'break', '\n'), style }];
    case 'footnote':
      // Its bounds are tokens of their own, so that a footnote cannot pass for the words of another.
      return [
        { ...token('footnote', '<', '['), style },
        ...wordsOf(node.content ?? [], 'footnote'),
        token('footnote', '>', ']'),
      ];
    case 'reference': {
      const id = attributeText(node.attrs, 'target');
      return [
        { ...token('reference', id, labelOf(id)), style: { ...style, reference: attributeText(node.attrs, 'form') } },
      ];
    }
    default:
      return [token('text', JSON.stringify(node), '…')];
  }
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly MarkJson[];
}

/** Words, spaces and signs, whatever the marks that begin or end within them. */
const WORDS = /[\p{L}\p{M}\p{N}_]+|\s+|[^]/gu;

function wordsOf(nodes: readonly NodeJson[], place: TextPart['place']): InlineToken[] {
  let text = '';
  const runs: Run[] = [];
  for (const node of nodes) {
    const words = node.text ?? '';
    runs.push({ from: text.length, to: text.length + words.length, marks: node.marks ?? [] });
    text += words;
  }
  const isPlain = runs.every(({ marks }) => marks.length === 0);
  const tokens: InlineToken[] = [];
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const style = isPlain ? {} : stylesOf(within(runs, index, index + word.length));
    tokens.push({ key: `${place} '${word}`, text: word, place, style });
  }
  return tokens;
}

function within(runs: readonly Run[], from: number, to: number): Run[] {
  return runs
    .filter((run) => run.from < to && run.to > from)
    .map((run) => ({ from: Math.max(run.from, from) - from, to: Math.min(run.to, to) - from, marks: run.marks }));
}

function stylesOf(runs: readonly Run[]): Record<string, string> {
  const styles: Record<string, string[]> = {};
  for (const { from, to, marks } of runs) {
    for (const { type, attrs } of marks) {
      const what = type === 'link' ? attributeText(attrs, 'href') : '';
      // Letters, so that it does not matter how a word was divided.
      for (let at = from; at < to; at++) (styles[type] ??= []).push(`${at}${what}`);
    }
  }
  return Object.fromEntries(Object.entries(styles).map(([type, letters]) => [type, letters.join(' ')]));
}
