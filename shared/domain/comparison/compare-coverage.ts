import type { Decision } from '../../document/outline.ts';
import {
  parsePrincipleKey,
  principleKey,
  strongerTag,
  STRENGTHS,
  type Strength,
  type Tag,
} from '../../document/tags.ts';
import { coverageState, isAnswering, type SectionSummary } from '../coverage.ts';
import type { ComparedPrinciple } from './comparison.ts';

/** What of a version says how principles are answered. */
export interface TaggedStrategy {
  readonly sections: readonly {
    readonly id: string;
    readonly tags: readonly Tag[];
    readonly summary: Pick<SectionSummary, 'passages'>;
  }[];
  readonly decisions: readonly Decision[];
}

interface SectionTag extends Tag {
  readonly section: string;
}

/** What is said to one principle. */
interface Said {
  /** Tags of blocks with text, by the block. */
  readonly placed: Map<string, SectionTag>;
  /** All tags, by the block. */
  readonly tags: Map<string, SectionTag[]>;
  decision: Decision | null;
}

/** Principles of which a tag or the decision differs. SPEC, rules V12–V15. */
export function compareCoverage(before: TaggedStrategy, after: TaggedStrategy): ComparedPrinciple[] {
  const [old, current] = [saidBy(before), saidBy(after)];
  const keys = [...new Set([...old.keys(), ...current.keys()])];
  return keys
    .flatMap((key) => comparePrinciple(key, old.get(key) ?? nothing(), current.get(key) ?? nothing()))
    .sort((a, b) => (a.framework === b.framework ? a.principle - b.principle : a.framework < b.framework ? -1 : 1));
}

function nothing(): Said {
  return { placed: new Map(), tags: new Map(), decision: null };
}

function saidBy({ sections, decisions }: TaggedStrategy): Map<string, Said> {
  const principles = new Map<string, Said>();
  const saidTo = (ref: Parameters<typeof principleKey>[0]): Said => {
    const key = principleKey(ref);
    const said = principles.get(key) ?? nothing();
    principles.set(key, said);
    return said;
  };
  for (const { id: section, tags, summary } of sections) {
    for (const tag of tags) {
      const said = saidTo(tag);
      said.tags.set(tag.block, [...(said.tags.get(tag.block) ?? []), { ...tag, section }]);
    }
    for (const { block, tags: own } of summary.passages) {
      for (const tag of own) {
        const { placed } = saidTo(tag);
        const [one, other] = [{ ...tag, section }, placed.get(block)];
        placed.set(block, other && strongerTag(other, one) === other ? other : one);
      }
    }
  }
  for (const decision of decisions) saidTo(decision).decision = decision;
  return principles;
}

function comparePrinciple(key: string, before: Said, after: Said): ComparedPrinciple[] {
  const strengths = changedStrengths(before, after);
  const told = new Set([...differenceOf(before, after), ...differenceOf(after, before), ...strengths.keys()]);
  const [reworded, unplaced] = otherChanges(before, after, told);
  const decision = compareDecisions(before.decision, after.decision);
  const isSame = told.size === 0 && reworded === 0 && unplaced === 0 && decision === null;
  const ref = parsePrincipleKey(key);
  if (isSame || !ref) return [];
  return [
    {
      ...ref,
      stateBefore: stateOf(before),
      stateAfter: stateOf(after),
      gained: countStrengths(after, differenceOf(after, before)),
      lost: countStrengths(before, differenceOf(before, after)),
      strengths: groupStrengths([...strengths.values()]),
      reworded,
      unplaced,
      decision,
    },
  ];
}

/** Blocks that say something to the principle in the one, and nothing in the other. */
function differenceOf(one: Said, other: Said): string[] {
  return [...one.placed.keys()].filter((block) => !other.placed.has(block));
}

function countStrengths({ placed }: Said, blocks: readonly string[]): ComparedPrinciple['gained'] {
  const counts = { full: 0, partial: 0, mention: 0 };
  for (const block of blocks) counts[placed.get(block)!.strength]++;
  return counts;
}

interface ChangedStrength {
  readonly before: Strength;
  readonly after: Strength;
}

function changedStrengths(before: Said, after: Said): Map<string, ChangedStrength> {
  const changed = new Map<string, ChangedStrength>();
  for (const [block, { strength }] of after.placed) {
    const was = before.placed.get(block)?.strength;
    if (was && was !== strength) changed.set(block, { before: was, after: strength });
  }
  return changed;
}

function groupStrengths(changed: readonly ChangedStrength[]): ComparedPrinciple['strengths'] {
  return STRENGTHS.flatMap((before) =>
    STRENGTHS.flatMap((after) => {
      const count = changed.filter((each) => each.before === before && each.after === after).length;
      return count === 0 ? [] : [{ before, after, count }];
    }),
  );
}

/** Blocks, but for those that are told already, of which a tag differs: with a text in both versions, and others. */
function otherChanges(before: Said, after: Said, told: ReadonlySet<string>): [reworded: number, unplaced: number] {
  let [reworded, unplaced] = [0, 0];
  for (const block of new Set([...before.tags.keys(), ...after.tags.keys()])) {
    const [was, is] = [before.tags.get(block) ?? [], after.tags.get(block) ?? []];
    if (told.has(block) || isSameList(was.map(inItsSection), is.map(inItsSection))) continue;
    const [placedBefore, placedAfter] = [before.placed.get(block), after.placed.get(block)];
    // Tags that have gone to another section with their block are the same.
    const hasMoved = placedBefore?.section !== placedAfter?.section;
    if (hasMoved && isSameList(was.map(inWords), is.map(inWords))) continue;
    const isReworded = placedBefore && placedAfter && inWords(placedBefore) !== inWords(placedAfter);
    if (isReworded) reworded++;
    else unplaced++;
  }
  return [reworded, unplaced];
}

function inWords({ strength, reason, by, at }: Tag): string {
  return JSON.stringify([strength, reason, by, at]);
}

function inItsSection(tag: SectionTag): string {
  return JSON.stringify([tag.section, inWords(tag)]);
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.toSorted().join() === other.toSorted().join();
}

function compareDecisions(before: Decision | null, after: Decision | null): ComparedPrinciple['decision'] {
  if (before === null || after === null) return before === after ? null : after ? 'made' : 'withdrawn';
  const isSame = before.reason === after.reason && before.by === after.by && before.at === after.at;
  return isSame ? null : 'reworded';
}

function stateOf({ placed, decision }: Said): ComparedPrinciple['stateBefore'] {
  return coverageState(
    [...placed.values()].some(({ strength }) => isAnswering(strength)),
    false,
    decision !== null,
  );
}
