import { z } from 'zod';
import { TARGET_KINDS } from '../../../shared/domain/references.ts';
import { strengthSchema } from '../../../shared/document/tags.ts';
import { COVERAGE_STATES } from '../../../shared/domain/coverage.ts';

/** The words that the document itself contributes; `{{name}}` stands for a value. */
export const docxLabelsSchema = z.object({
  untitled: z.string(),
  draftNotice: z.string(),
  /** In the properties of the file. */
  description: z.string(),
  contents: z.string(),
  skipToText: z.string(),
  /** Of a link from a footnote to its mark. */
  backToText: z.string(),
  /** How a reference names what it leads to; a caption begins so too. `{{number}}` is that of the target. */
  targets: z.record(z.enum(TARGET_KINDS), z.string()),
  /** Between the number of a caption and its text. */
  captionEnd: z.string(),
  lostReference: z.string(),
  missingPicture: z.string(),
  /** `{{page}}` and `{{pages}}` are filled in by the word processor. */
  pageOf: z.string(),
  /** `{{owner}}` is an organisation. */
  responsible: z.string(),
  /** Stands above what there is of a section that could not be read whole. */
  incomplete: z.string(),
  coverageAnnex: z.string(),
  coverageIntroduction: z.string(),
  /** Said of a framework that binds nobody. */
  nonBinding: z.string(),
  number: z.string(),
  principle: z.string(),
  answeredBy: z.string(),
  sectionsOrReason: z.string(),
  states: z.record(z.enum(COVERAGE_STATES), z.string()),
  /** Said of a gap that some passage mentions. */
  mentionedOnly: z.string(),
  /** `{{sections}}` is a list of section numbers. */
  inSections: z.string(),
  inSection: z.string(),
  /** `{{reason}}` was given when the principle was set aside. */
  setAsideReason: z.string(),
  /** A tag beside its paragraph: `{{framework}}`, `{{number}}` and `{{title}}` are a principle's, `{{strength}}` says how far. */
  tag: z.string(),
  /** Names a list of tags. */
  tags: z.string(),
  strengths: z.record(strengthSchema, z.string()),
  /** Answered although a decision set it aside. */
  contradicted: z.string(),
  /** `{{sections}}` could not be read whole. */
  notRead: z.string(),
  /** `{{count}}` is how many principles are for other kinds of strategy. */
  outOfScope: z.string(),
  /** `{{framework}}` is a framework's title. */
  matrix: z.string(),
  /** Heads the sections. */
  section: z.string(),
  /** What the signs say; the names are those of the signs. */
  matrixLegend: z.string(),
  /** `{{number}}` and `{{title}}` are those of a principle. */
  principleHead: z.string(),
});
export type DocxLabels = z.infer<typeof docxLabelsSchema>;

/** Puts values into a label. A name without a value stays as it is. */
export function fillLabel(label: string, values: Readonly<Record<string, string>>): string {
  return label.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
