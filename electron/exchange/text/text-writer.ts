import type { MarkJson } from '../../../shared/document/schema.ts';
import type { Target } from '../../../shared/domain/references.ts';
import type { TableGrid } from '../docx/table-grid.ts';
import type { TagLine } from './tag-lines.ts';
import type { ExportedAsset } from '../docx/exported-strategy.ts';

/** What a block says of itself besides its content. */
export interface BlockLook {
  readonly id: string | null;
  readonly dir: 'ltr' | 'rtl' | null;
  readonly align: string | null;
}

/** Puts the pieces of a text into the notation of a format. Contents are in that notation already. */
export interface TextWriter {
  readonly text: (text: string, marks: readonly MarkJson[]) => string;
  /** @param href Safe to follow. */
  readonly link: (content: string, href: string) => string;
  readonly lineBreak: () => string;
  /** The mark of a footnote; its content is handed out by {@link notes}. */
  readonly footnote: (number: number, id: string | null) => string;
  readonly reference: (label: string, target: Target | null) => string;
  readonly paragraph: (content: string, look: BlockLook) => string;
  /** @param level 1 for a section. @param number Such as `4.2`. */
  readonly heading: (level: number, number: string, content: string, look: BlockLook) => string;
  /** @param label "Table 3. ". */
  readonly caption: (label: string, content: string, look: BlockLook) => string;
  readonly quotation: (blocks: readonly string[]) => string;
  /** @param start Null for bullets. */
  readonly list: (start: number | null, items: readonly (readonly string[])[]) => string;
  /** @param cell The blocks of a cell. */
  readonly table: (grid: TableGrid, cell: (node: TableGrid['rows'][number][number]) => readonly string[]) => string;
  /** @param asset Null when the file does not hold the picture. */
  readonly picture: (asset: ExportedAsset | null, description: string, width: number | null) => string;
  /** What the block above answers, said in words. */
  readonly tags: (lines: readonly TagLine[]) => string;
  readonly rule: () => string;
  readonly pageBreak: () => string;
  /** The footnotes of a section, from the first. */
  readonly notes: (
    notes: readonly { readonly number: number; readonly id: string | null; readonly content: string }[],
  ) => string;
}
