import type { CoverageState } from '../../../shared/domain/coverage.ts';

/** The words that the document itself contributes. `{name}` stands for a value. */
export interface DocxLabels {
  readonly untitled: string;
  readonly draftNotice: string;
  /** In the properties of the file. */
  readonly description: string;
  readonly contents: string;
  /** `{page}` and `{pages}` are filled in by the word processor. */
  readonly pageOf: string;
  /** `{owner}` is an organisation. */
  readonly responsible: string;
  readonly coverageAnnex: string;
  readonly coverageIntroduction: string;
  /** Said of a framework that binds nobody. */
  readonly nonBinding: string;
  readonly number: string;
  readonly principle: string;
  readonly answeredBy: string;
  readonly sectionsOrReason: string;
  readonly states: Readonly<Record<CoverageState, string>>;
  /** Said of a gap that some passage mentions. */
  readonly mentionedOnly: string;
  /** `{sections}` is a list of section numbers. */
  readonly inSections: string;
  readonly inSection: string;
  /** `{reason}` was given when the principle was set aside. */
  readonly setAsideReason: string;
  /** Answered although a decision set it aside. */
  readonly contradicted: string;
  /** `{count}` is how many principles are for other kinds of strategy. */
  readonly outOfScope: string;
}

export const englishLabels: DocxLabels = {
  untitled: 'Untitled strategy',
  draftNotice: 'Draft. This text has not been adopted.',
  description: 'Draft counter-terrorism strategy',
  contents: 'Contents',
  pageOf: 'Page {page} of {pages}',
  responsible: 'Responsible: {owner}',
  coverageAnnex: 'Annex: Coverage',
  coverageIntroduction:
    'The tables show which parts of this draft answer which principle. They describe the text as it stands and are no assessment of it.',
  nonBinding: 'These principles are not binding. Leaving one unanswered can be a deliberate choice.',
  number: 'No.',
  principle: 'Principle',
  answeredBy: 'Answered by',
  sectionsOrReason: 'Where, or reason for setting aside',
  states: {
    text: 'Text',
    action: 'Action plan',
    both: 'Text and action plan',
    'set-aside': 'Set aside',
    none: 'Gap: no answer yet',
  },
  mentionedOnly: 'Mentioned in passing only',
  inSections: 'Sections {sections}',
  inSection: 'Section {sections}',
  setAsideReason: 'Reason: {reason}',
  contradicted: 'Also set aside, for this reason: {reason}',
  outOfScope: 'Principles for other kinds of strategy, left out here: {count}.',
};

/** Puts values into a label. A name without a value stays as it is. */
export function fillLabel(label: string, values: Readonly<Record<string, string>>): string {
  return label.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
