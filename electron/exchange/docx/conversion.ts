import type { ICommentOptions, Paragraph, ParagraphChild } from 'docx';
import type { NodeJson } from '../../../shared/document/schema.ts';
import { type DocumentLinks, createDocumentLinks } from './document-links.ts';
import type { Target } from '../../../shared/domain/references.ts';
import { writableText } from './writable-text.ts';
import { type WarningCounter, createWarningCounter } from './export-warnings.ts';
import type { DocxLabels } from './docx-labels.ts';
import type { ExportedStrategy } from './exported-strategy.ts';
import { type ListNumbering, type NumberingReference, createListNumbering } from './numbering.ts';
import { createTagComments } from './tag-comments.ts';
import { directionOfLanguage, type TextDirection } from './text-direction.ts';

/** What the pieces of one export share. */
export interface Conversion {
  readonly direction: TextDirection;
  /** Language of the document. */
  readonly locale: Intl.Locale;
  readonly warnings: WarningCounter;
  readonly lists: ListNumbering;
  readonly links: DocumentLinks;
  /** The children of a block with its bookmark and its comments around them, if it has any. */
  readonly mark: (node: NodeJson, children: readonly ParagraphChild[]) => readonly ParagraphChild[];
  /** The same without the bookmark. */
  readonly comment: Conversion['mark'];
  /** Tags as comments; empty when they are not asked for. */
  readonly comments: readonly ICommentOptions[];
  /** What references lead to, by id. */
  readonly targets: ReadonlyMap<string, Target>;
  /** By hash. */
  readonly assets: ExportedStrategy['assets'];
  readonly labels: DocxLabels;
  /** Of what has been written so far. */
  readonly counts: Record<'table' | 'figure' | 'picture', number>;
  /** In the order of their references. */
  readonly footnotes: Paragraph[];
  /** Text as it may be written; counts what is removed. */
  readonly clean: (text: string) => string;
  /** The numbering that headings of the present section name themselves, level 0 to 3; null leaves it to their style. */
  headingNumbering: ((level: number) => NumberingReference) | null;
}

export function createConversion(strategy: ExportedStrategy, locale: Intl.Locale): Conversion {
  const warnings = createWarningCounter();
  const direction = directionOfLanguage(locale);
  const links = createDocumentLinks(strategy);
  const tags = createTagComments(strategy, { locale, direction });
  return {
    direction,
    locale,
    warnings,
    lists: createListNumbering(),
    links,
    mark: (node, children) => tags.mark(node, links.mark(node, children)),
    comment: tags.mark,
    comments: tags.comments,
    targets: strategy.targets,
    assets: strategy.assets,
    labels: strategy.labels,
    counts: { table: 0, figure: 0, picture: 0 },
    footnotes: [],
    clean: (text) => writableText(text, (count) => warnings.count('control-characters', count)),
    headingNumbering: null,
  };
}
