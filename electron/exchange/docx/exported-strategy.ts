import type { Asset } from '../../../shared/contract/assets.ts';
import type { CoverageMatrix } from '../../../shared/domain/coverage-matrix.ts';
import type { CoverageReport } from '../../../shared/domain/coverage-report.ts';
import type { Block } from '../../../shared/document/blocks.ts';
import type { Tag } from '../../../shared/document/tags.ts';
import type { NodeJson } from '../../../shared/document/schema.ts';
import type { Framework, TemplateId } from '../../../shared/domain/framework.ts';
import type { Target } from '../../../shared/domain/references.ts';
import type { HouseStyle } from './house-style/house-style.ts';
import type { DocxLabels } from './docx-labels.ts';

/** A section as it is to be printed. */
export interface ExportedSection {
  readonly id: string;
  /** From 1; the number that its heading and the headings below it show. */
  readonly number: number;
  readonly title: string;
  /** The organisation that answers for the section; may be empty. */
  readonly owner: string;
  /** A `doc` node. */
  readonly content: NodeJson;
  /** The same text as leaf blocks with their tags. */
  readonly blocks?: readonly ExportedBlock[];
  /** The file does not hold it whole, which a sentence says above what there is of it. */
  readonly isIncomplete?: boolean;
}

export interface ExportedBlock extends Pick<Block, 'id' | 'kind' | 'text'> {
  readonly tags: readonly Omit<Tag, 'block'>[];
}

export interface ExportedCoverage {
  readonly framework: Framework;
  readonly report: CoverageReport;
  readonly matrix: CoverageMatrix;
}

/** Everything that the written document says: plain data, so that it can cross to a worker. */
export interface ExportedStrategy {
  readonly title: string;
  readonly template: TemplateId;
  /** Language of the document, BCP 47. */
  readonly locale: string;
  /** How confidential it is; empty for no marking. */
  readonly classification: string;
  /** Frameworks that the strategy has besides those that come with the application. */
  readonly ownFrameworks: readonly Framework[];
  /** May be empty. */
  readonly organisation: string;
  /** Of the last change, ISO 8601; printed on the title page and kept as the date of creation. */
  readonly date: string;
  readonly sections: readonly ExportedSection[];
  /** A table and a matrix in the annex for each; without any, no annex. */
  readonly coverage: readonly ExportedCoverage[];
  /** Frameworks by which tags are shown beside their paragraphs; null where they are not. */
  readonly shownTags: readonly Framework[] | null;
  /** What references lead to, by id; see `shared/domain/references.ts`. */
  readonly targets: ReadonlyMap<string, Target>;
  /** The pictures of the text, by the hash of their bytes. */
  readonly assets: ReadonlyMap<string, ExportedAsset>;
  readonly labels: DocxLabels;
  /** How a Word file looks; null for our own look. */
  readonly houseStyle: HouseStyle | null;
}

/** A picture with its bytes; sizes are pixels. */
export type ExportedAsset = Omit<Asset, 'hash'> & { readonly bytes: Uint8Array };
