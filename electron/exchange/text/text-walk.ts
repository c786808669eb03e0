import { isSafeHref, type NodeJson } from '../../../shared/document/schema.ts';
import type { WarningCounter } from '../docx/export-warnings.ts';
import type { ExportedSection, ExportedStrategy } from '../docx/exported-strategy.ts';
import { headingLevel } from '../docx/heading-level.ts';
import { tableGrid } from '../docx/table-grid.ts';
import { tagLines, type TagLine } from './tag-lines.ts';
import type { BlockLook, TextWriter } from './text-writer.ts';

interface Note {
  readonly number: number;
  readonly id: string | null;
  readonly content: string;
}

/**
 * Goes through a strategy in reading order and has a writer put each piece down. It numbers headings,
 * captions and footnotes, and knows what references lead to, whatever the format.
 */
export class TextWalk {
  readonly #strategy: ExportedStrategy;
  readonly #writer: TextWriter;
  readonly #warnings: WarningCounter;
  readonly #tags: ReadonlyMap<string, readonly TagLine[]>;
  readonly #counts = { table: 0, figure: 0, footnote: 0 };
  #headings: number[] = [];
  #notes: Note[] = [];

  constructor(strategy: ExportedStrategy, writer: TextWriter, warnings: WarningCounter) {
    this.#strategy = strategy;
    this.#writer = writer;
    this.#warnings = warnings;
    this.#tags = tagLines(strategy);
  }

  /** The blocks of a section with its heading and its footnotes. */
  section(section: ExportedSection): string[] {
    const { labels } = this.#strategy;
    this.#headings = [section.number];
    this.#notes = [];
    const look = { id: section.id, dir: null, align: null };
    const owner = section.owner.trim();
    const written = [this.#writer.heading(1, String(section.number), this.#writer.text(section.title, []), look)];
    if (owner !== '') written.push(this.#plain(labels.responsible.replace('{{owner}}', owner)));
    if (section.isIncomplete) {
      this.#warnings.count('incomplete-section');
      written.push(this.#plain(labels.incomplete));
    }
    written.push(...this.#blocks(section.content.content ?? []));
    if (this.#notes.length > 0) written.push(this.#writer.notes(this.#notes));
    return written;
  }

  #plain(text: string): string {
    return this.#writer.paragraph(this.#writer.text(text, []), { id: null, dir: null, align: null });
  }

  #blocks(nodes: readonly NodeJson[]): string[] {
    return nodes.flatMap((node) => this.#block(node));
  }

  #block(node: NodeJson): string[] {
    const writer = this.#writer;
    const { type, content = [], attrs = {} } = node;
    switch (type) {
      case 'paragraph':
        return this.#tagged(node, writer.paragraph(this.#inline(content), lookOf(node)));
      case 'heading':
        return this.#tagged(
          node,
          writer.heading(headingLevel(node), this.#number(headingLevel(node)), this.#inline(content), lookOf(node)),
        );
      case 'caption': {
        const kind = attrs['of'] === 'figure' ? 'figure' : 'table';
        const { targets, captionEnd } = this.#strategy.labels;
        const label = targets[kind].replace('{{number}}', String(++this.#counts[kind])) + captionEnd;
        return this.#tagged(node, writer.caption(label, this.#inline(content), lookOf(node)));
      }
      case 'blockquote':
        return [writer.quotation(this.#blocks(content))];
      case 'bulletList':
      case 'orderedList': {
        const start = type === 'bulletList' ? null : Number(attrs['start'] ?? 1);
        return [
          writer.list(
            start,
            content.map((item) => this.#blocks(item.content ?? [])),
          ),
        ];
      }
      case 'table': {
        const grid = tableGrid(node);
        if (!grid) {
          this.#warnings.count('empty-table');
          return [];
        }
        return [writer.table(grid, (cell) => this.#blocks(cell.node?.content ?? []))];
      }
      case 'image':
        return [this.#picture(attrs)];
      case 'horizontalRule':
        return [writer.rule()];
      case 'pageBreak':
        return [writer.pageBreak()];
      default:
        // What this version does not know is read for what is in it.
        this.#warnings.count('unknown-node');
        return content.some(({ type: inner }) => inner === 'text')
          ? [writer.paragraph(this.#inline(content), lookOf(node))]
          : this.#blocks(content);
    }
  }

  /** A block, and below it what it answers, where the export shows that. */
  #tagged(node: NodeJson, written: string): string[] {
    const lines = this.#tags.get(String(node.attrs?.['id'])) ?? [];
    return lines.length === 0 ? [written] : [written, this.#writer.tags(lines)];
  }

  #number(level: number): string {
    // A level that is skipped counts as 1, as in the text.
    while (this.#headings.length < level) this.#headings.push(this.#headings.length === level - 1 ? 0 : 1);
    this.#headings.length = level;
    this.#headings[level - 1] = this.#headings[level - 1]! + 1;
    return this.#headings.join('.');
  }

  #picture(attrs: NonNullable<NodeJson['attrs']>): string {
    const asset = this.#strategy.assets.get(attrs['asset'] as string) ?? null;
    const alt = typeof attrs['alt'] === 'string' ? attrs['alt'].trim() : '';
    if (!asset) this.#warnings.count('missing-picture');
    else if (alt === '') this.#warnings.count('picture-without-description');
    return this.#writer.picture(asset, alt, typeof attrs['width'] === 'number' ? attrs['width'] : null);
  }

  #inline(nodes: readonly NodeJson[]): string {
    return nodes.map((node) => this.#piece(node)).join('');
  }

  #piece(node: NodeJson): string {
    const writer = this.#writer;
    switch (node.type) {
      case 'text':
        return this.#text(node);
      case 'hardBreak':
        return writer.lineBreak();
      case 'footnote': {
        const id = (node.attrs?.['id'] as string | null | undefined) ?? null;
        const number = ++this.#counts.footnote;
        this.#notes.push({ number, id, content: this.#inline(node.content ?? []) });
        return writer.footnote(number, id);
      }
      case 'reference':
        return this.#reference(node);
      default:
        this.#warnings.count('unknown-node');
        return this.#inline(node.content ?? []);
    }
  }

  #text({ text = '', marks = [] }: NodeJson): string {
    const link = marks.find(({ type }) => type === 'link');
    const written = this.#writer.text(
      text,
      marks.filter((mark) => mark !== link),
    );
    if (!link) return written;
    const href = link.attrs?.['href'];
    const isKnown = typeof href === 'string' && (!href.startsWith('#') || this.#strategy.targets.has(href.slice(1)));
    if (isSafeHref(href) && isKnown) return this.#writer.link(written, href);
    this.#warnings.count(typeof href === 'string' && href.startsWith('#') ? 'missing-link-target' : 'unusable-link');
    return written;
  }

  #reference({ attrs }: NodeJson): string {
    const { targets, labels } = this.#strategy;
    const target = targets.get(attrs?.['target'] as string) ?? null;
    if (!target) {
      this.#warnings.count('missing-link-target');
      return this.#writer.reference(labels.lostReference, null);
    }
    const isText = attrs?.['form'] === 'text' && target.text !== '' && target.kind !== 'footnote';
    return this.#writer.reference(
      isText ? target.text : labels.targets[target.kind].replace('{{number}}', target.number),
      target,
    );
  }
}

function lookOf({ attrs }: NodeJson): BlockLook {
  const { id, dir, textAlign } = attrs ?? {};
  return {
    id: typeof id === 'string' ? id : null,
    dir: dir === 'ltr' || dir === 'rtl' ? dir : null,
    align: typeof textAlign === 'string' ? textAlign : null,
  };
}
