import type { Paragraph } from 'docx';
import { type DocumentLinks, createDocumentLinks } from './document-links.ts';
import type { Target } from '../../../shared/domain/references.ts';
import { cleanText } from './clean-text.ts';
import { type WarningCounter, createWarningCounter } from './export-warnings.ts';
import type { DocxLabels } from './docx-labels.ts';
import type { ExportedStrategy } from './exported-strategy.ts';
import { type ListNumbering, type NumberingReference, createListNumbering } from './numbering.ts';
import { directionOfLanguage, type TextDirection } from './text-direction.ts';

/** What the pieces of one export share. */
export interface Conversion {
  readonly direction: TextDirection;
  /** Language of the document. */
  readonly locale: Intl.Locale;
  readonly warnings: WarningCounter;
  readonly lists: ListNumbering;
  readonly links: DocumentLinks;
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
  return {
    direction: directionOfLanguage(locale),
    locale,
    warnings,
    lists: createListNumbering(),
    links: createDocumentLinks(strategy),
    targets: strategy.targets,
    assets: strategy.assets,
    labels: strategy.labels,
    counts: { table: 0, figure: 0, picture: 0 },
    footnotes: [],
    clean: (text) => cleanText(text, (count) => warnings.count('control-characters', count)),
    headingNumbering: null,
  };
}
