import type { MarkJson } from '../../../shared/document/schema.ts';
import type { Target } from '../../../shared/domain/references.ts';
import type { DocxLabels } from '../docx/docx-labels.ts';
import type { ExportedAsset } from '../docx/exported-strategy.ts';
import type { WarningCounter } from '../docx/export-warnings.ts';
import type { GridCell, TableGrid } from '../docx/table-grid.ts';
import type { TagLine } from '../text/tag-lines.ts';
import type { BlockLook, TextWriter } from '../text/text-writer.ts';

/** Puts a text down as Markdown with the tables and footnotes of GitHub. */
export class MarkdownWriter implements TextWriter {
  readonly #labels: DocxLabels;
  readonly #warnings: WarningCounter;

  constructor(labels: DocxLabels, warnings: WarningCounter) {
    this.#labels = labels;
    this.#warnings = warnings;
  }

  text(text: string, marks: readonly MarkJson[]): string {
    const has = (name: string): boolean => marks.some(({ type }) => type === name);
    const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    if (inner === '') return text;
    let written = escapeMarkdown(inner);
    // Words are marked within their blanks, or else the signs would be taken for themselves.
    if (has('bold')) written = `**${written}**`;
    if (has('italic')) written = `*${written}*`;
    if (has('strike')) written = `~~${written}~~`;
    if (has('underline')) written = `<u>${written}</u>`;
    if (has('subscript')) written = `<sub>${written}</sub>`;
    if (has('superscript')) written = `<sup>${written}</sup>`;
    return before + written + after;
  }

  link(content: string, href: string): string {
    return href.startsWith('#') ? content : `[${content}](<${href.replace(/[<>\\\n]/g, encodeURIComponent)}>)`;
  }

  lineBreak(): string {
    return '\\\n';
  }

  footnote(number: number): string {
    return `[^${number}]`;
  }

  reference(label: string, _target: Target | null): string {
    return escapeMarkdown(label);
  }

  paragraph(content: string, _look: BlockLook): string {
    return escapeLineStarts(content);
  }

  heading(level: number, number: string, content: string): string {
    return `${'#'.repeat(Math.min(level, 6))} ${number} ${content.replace(/\\?\n/g, ' ')}`;
  }

  caption(label: string, content: string): string {
    return `**${escapeMarkdown(label.trim())}** ${content}`;
  }

  quotation(blocks: readonly string[]): string {
    return prefixed(blocks.join('\n\n'), '> ', '> ');
  }

  list(start: number | null, items: readonly (readonly string[])[]): string {
    return items
      .map((blocks, index) => {
        const mark = start === null ? '- ' : `${start + index}. `;
        return prefixed(blocks.join('\n\n'), mark, ' '.repeat(mark.length));
      })
      .join('\n');
  }

  table(grid: TableGrid, cell: (node: GridCell) => readonly string[]): string {
    const row = (cells: readonly GridCell[]): string[] =>
      cells.flatMap((each) => {
        const text = each.merge === 'continue' ? '' : cellText(cell(each));
        return [text, ...Array.from({ length: each.columnSpan - 1 }, () => '')];
      });
    const [head = [], ...body] = grid.rows.map(row);
    const lines = [head, head.map(() => '---'), ...body];
    return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  }

  picture(asset: ExportedAsset | null, description: string): string {
    if (asset) this.#warnings.count('picture-left-out');
    return `*${escapeMarkdown(description === '' ? this.#labels.missingPicture : description)}*`;
  }

  tags(lines: readonly TagLine[]): string {
    const said = lines.map(({ text, reason }) => escapeMarkdown(reason === '' ? text : `${text}. ${reason}`));
    return `*${escapeMarkdown(this.#labels.tags)}: ${said.join('; ')}*`;
  }

  rule(): string {
    return '---';
  }

  pageBreak(): string {
    return '';
  }

  notes(notes: Parameters<TextWriter['notes']>[0]): string {
    return notes.map(({ number, content }) => `[^${number}]: ${content.replace(/\\?\n/g, ' ')}`).join('\n');
  }
}

/** A cell is one line: its blocks stand one below the other by breaks, and a bar would end it. */
function cellText(blocks: readonly string[]): string {
  return blocks
    .join('\n')
    .replace(/\\\n/g, '\n')
    .trim()
    .replace(/\s*\n\s*/g, '<br>')
    .replace(/(?<!\\)\|/g, '\\|');
}

/** Each line behind what its block begins with. */
function prefixed(text: string, first: string, next: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? next.trimEnd() : next + line))
    .join('\n');
}

/** A text whose signs are taken for themselves. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~^|#]/g, '\\$&')
    .replace(/&(?=\w+;|#)/g, '&amp;')
    .replace(/\s*\n\s*/g, ' ');
}

/** What would begin a list, a heading or a rule at the start of a line. */
function escapeLineStarts(content: string): string {
  return content.replace(
    /^(\s*)([-+=](?=\s|$|[-=]{2})|(\d+)([.)])(?=\s|$))/gm,
    (_, blank: string, sign: string, number?: string, dot?: string) =>
      number === undefined ? `${blank}\\${sign}` : `${blank}${number}\\${dot}`,
  );
}
