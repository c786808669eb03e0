import type { Block } from '../document/blocks.ts';

/** What a reference can lead to. */
export const TARGET_KINDS = ['section', 'heading', 'table', 'figure', 'footnote'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** What is numbered from the beginning of the strategy to its end, whatever section it stands in. */
export const COUNTED_KINDS = ['table', 'figure', 'footnote'] as const;
export type CountedKind = (typeof COUNTED_KINDS)[number];
export type Counts = Readonly<Record<CountedKind, number>>;

/** Something in a section that a reference can lead to. */
export interface SectionTarget {
  readonly id: string;
  readonly kind: Exclude<TargetKind, 'section'>;
  /** Below the section's own number, such as `2.1`; of what is counted, from 1 at the section's beginning. */
  readonly number: string;
  /** The heading, the caption, or the footnote. */
  readonly text: string;
}

export interface SectionTargets {
  readonly list: readonly SectionTarget[];
  /** How many there are in the section, also of those without an id. */
  readonly counts: Counts;
}

/** Something that a reference can lead to, with the number that it has in the whole strategy. */
export interface Target {
  readonly id: string;
  readonly section: string;
  readonly kind: TargetKind;
  readonly number: string;
  readonly text: string;
}

const NOTHING: Counts = { table: 0, figure: 0, footnote: 0 };

/**
 * Finds what a section offers to references.
 * @param numbers Of the headings, one for each block ({@link headingNumbers}).
 */
export function findTargets(blocks: readonly Block[], numbers: readonly (string | null)[]): SectionTargets {
  const list: SectionTarget[] = [];
  const counts = { ...NOTHING };
  const count = (kind: CountedKind): string => String(++counts[kind]);
  blocks.forEach(({ id, kind, text, footnotes }, index) => {
    if (kind === 'heading') list.push({ id, kind, number: numbers[index]!, text });
    else if (kind === 'table-caption') list.push({ id, kind: 'table', number: count('table'), text });
    else if (kind === 'figure-caption') list.push({ id, kind: 'figure', number: count('figure'), text });
    for (const footnote of footnotes) {
      const number = count('footnote');
      if (footnote.id !== null) list.push({ id: footnote.id, kind: 'footnote', number, text: footnote.text });
    }
  });
  return { list: list.filter(({ id }) => id !== ''), counts };
}

/** A section of the outline, as far as references are concerned. */
export interface NumberedSection {
  readonly id: string;
  readonly title: string;
  readonly targets: SectionTargets | undefined;
}

/** How many tables, figures and footnotes stand before each section. */
export function countsBefore(sections: readonly NumberedSection[]): ReadonlyMap<string, Counts> {
  const before = new Map<string, Counts>();
  let sum = NOTHING;
  for (const { id, targets } of sections) {
    before.set(id, sum);
    const own = targets?.counts ?? NOTHING;
    sum = { table: sum.table + own.table, figure: sum.figure + own.figure, footnote: sum.footnote + own.footnote };
  }
  return before;
}

/**
 * Everything in a strategy that a reference can lead to, by id and in reading order, sections included.
 * Should an id stand twice, the first has it.
 */
export function numberTargets(sections: readonly NumberedSection[]): ReadonlyMap<string, Target> {
  const before = countsBefore(sections);
  const all = new Map<string, Target>();
  const put = (target: Target): void => {
    if (!all.has(target.id)) all.set(target.id, target);
  };
  sections.forEach(({ id: section, title, targets }, index) => {
    const own = String(index + 1);
    put({ id: section, section, kind: 'section', number: own, text: title });
    for (const { id, kind, number, text } of targets?.list ?? []) {
      const whole = kind === 'heading' ? `${own}.${number}` : String(before.get(section)![kind] + Number(number));
      put({ id, section, kind, number: whole, text });
    }
  });
  return all;
}
