import type { Block } from '../document/blocks.ts';
import type { Decision } from '../document/outline.ts';
import { tagsByBlock, type Strength, type Tag } from '../document/tags.ts';
import { isInScope, type Framework, type Principle, type TemplateId } from './framework.ts';
import { headingNumbers } from './numbering.ts';
import { findTargets, type SectionTargets } from './references.ts';

/** Where a principle is answered. Rules and numbers: SPEC.md beside this file. */
export const COVERAGE_STATES = ['text', 'action', 'both', 'set-aside', 'none'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** A block with text that carries at least one tag. */
export interface Passage {
  readonly block: string;
  /** Number of the heading above it within the section, such as `2.1`; null before the first. */
  readonly number: string | null;
  /** The beginning of its text, at most {@link EXCERPT_LENGTH} characters. */
  readonly excerpt: string;
  readonly tags: readonly Tag[];
}

/** What coverage needs to know of one section; computed once per change of that section. */
export interface SectionSummary {
  readonly section: string;
  readonly words: number;
  readonly blocks: number;
  readonly passages: readonly Passage[];
  readonly targets: SectionTargets;
  /** Tags whose block is not in this section; shown, never counted. */
  readonly unplaced: readonly Tag[];
}

export interface PrincipleCoverage {
  readonly number: number;
  readonly inScope: boolean;
  readonly state: CoverageState;
  /** Blocks that answer it in full or in part, in reading order. */
  readonly paragraphs: readonly string[];
  /** Blocks that only mention it. */
  readonly mentions: readonly string[];
  readonly actions: readonly string[];
  /** Sections with an answering block. */
  readonly sections: readonly string[];
  readonly decision: Decision | null;
  /** Set aside although something answers it: shown as answered, and flagged. */
  readonly contradicted: boolean;
  readonly isGap: boolean;
}

export interface Coverage {
  readonly framework: string;
  readonly principles: readonly PrincipleCoverage[];
  /** Numbers of the principles that nothing answers although something should. */
  readonly gaps: readonly number[];
}

/** An action of the plan, as far as coverage is concerned. */
export interface CoveringAction {
  readonly id: string;
  readonly principles: readonly number[];
}

const EXCERPT_LENGTH = 140;

/** Summarises one section. Pure; cost is linear in the section's blocks and tags. */
export function summariseSection(section: string, blocks: readonly Block[], tags: readonly Tag[]): SectionSummary {
  const byBlock = tagsByBlock(tags);
  const numbers = headingNumbers(blocks);
  const passages: Passage[] = [];
  let words = 0;
  blocks.forEach((block, index) => {
    words += block.words;
    const own = byBlock.get(block.id);
    if (!own) return;
    byBlock.delete(block.id);
    if (block.text.trim() === '') return;
    passages.push({ block: block.id, number: numbers[index]!, excerpt: excerptOf(block.text), tags: own });
  });
  const targets = findTargets(blocks, numbers);
  return { section, words, blocks: blocks.length, passages, targets, unplaced: [...byBlock.values()].flat() };
}

export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT_LENGTH) return line;
  const cut = line.lastIndexOf(' ', EXCERPT_LENGTH - 1);
  return `${line.slice(0, cut > EXCERPT_LENGTH / 2 ? cut : EXCERPT_LENGTH - 1)}…`;
}

export interface CoverageInput {
  readonly framework: Framework;
  readonly template: TemplateId;
  /** Live sections in the order of the outline. */
  readonly sections: readonly SectionSummary[];
  readonly decisions: readonly Decision[];
  readonly actions: readonly CoveringAction[];
}

interface Found {
  paragraphs: string[];
  mentions: string[];
  sections: string[];
}

/**
 * The coverage of a framework. Pure. Principles that come out as they were in `previous` keep their
 * identity, so that a view redraws only what has changed.
 */
export function computeCoverage(input: CoverageInput, previous?: Coverage): Coverage {
  const { framework, template } = input;
  const found = findPassages(framework.id, input.sections);
  const decisions = new Map(
    input.decisions
      .filter((decision) => decision.framework === framework.id)
      .map((decision) => [decision.principle, decision]),
  );
  const before = new Map(
    previous?.framework === framework.id ? previous.principles.map((principle) => [principle.number, principle]) : [],
  );
  const principles = framework.principles.map((principle) => {
    const actions = input.actions.filter((action) => action.principles.includes(principle.number)).map(({ id }) => id);
    const next = coverPrinciple(
      principle,
      template,
      found.get(principle.number),
      actions,
      decisions.get(principle.number) ?? null,
    );
    const old = before.get(principle.number);
    return old && isSame(old, next) ? old : next;
  });
  return {
    framework: framework.id,
    principles,
    gaps: principles.filter((principle) => principle.isGap).map((principle) => principle.number),
  };
}

/** A block that is tagged to a principle. */
export interface TaggedBlock {
  readonly block: string;
  readonly strength: Strength;
}

/** What one section says to the principles of a framework: by their numbers, in reading order. */
export function taggedBlocks(framework: string, { passages }: SectionSummary): Map<number, TaggedBlock[]> {
  const found = new Map<number, TaggedBlock[]>();
  for (const { block, tags } of passages) {
    for (const tag of tags) {
      if (tag.framework !== framework) continue;
      const entry = found.get(tag.principle);
      if (entry) entry.push({ block, strength: tag.strength });
      else found.set(tag.principle, [{ block, strength: tag.strength }]);
    }
  }
  return found;
}

/** Whether a tag of this strength answers, or only mentions. */
export function isAnswering(strength: Strength): boolean {
  return strength !== 'mention';
}

function findPassages(framework: string, sections: readonly SectionSummary[]): Map<number, Found> {
  const found = new Map<number, Found>();
  for (const summary of sections) {
    for (const [principle, blocks] of taggedBlocks(framework, summary)) {
      let entry = found.get(principle);
      if (!entry) found.set(principle, (entry = { paragraphs: [], mentions: [], sections: [] }));
      for (const { block, strength } of blocks) (isAnswering(strength) ? entry.paragraphs : entry.mentions).push(block);
      if (blocks.some(({ strength }) => isAnswering(strength))) entry.sections.push(summary.section);
    }
  }
  return found;
}

const NOTHING: Found = { paragraphs: [], mentions: [], sections: [] };

function coverPrinciple(
  principle: Principle,
  template: TemplateId,
  { paragraphs, mentions, sections }: Found = NOTHING,
  actions: readonly string[],
  decision: Decision | null,
): PrincipleCoverage {
  const inScope = isInScope(principle, template);
  const state = coverageState(paragraphs.length > 0, actions.length > 0, decision !== null);
  return {
    number: principle.number,
    inScope,
    state,
    paragraphs,
    mentions,
    actions,
    sections,
    decision,
    contradicted: decision !== null && state !== 'set-aside',
    isGap: state === 'none' && (inScope || mentions.length > 0),
  };
}

/** Rule C5. */
export function coverageState(byText: boolean, byAction: boolean, setAside: boolean): CoverageState {
  if (byText) return byAction ? 'both' : 'text';
  if (byAction) return 'action';
  return setAside ? 'set-aside' : 'none';
}

function isSame(a: PrincipleCoverage, b: PrincipleCoverage): boolean {
  return (
    a.state === b.state &&
    a.inScope === b.inScope &&
    a.decision?.at === b.decision?.at &&
    a.decision?.reason === b.decision?.reason &&
    areSame(a.paragraphs, b.paragraphs) &&
    areSame(a.mentions, b.mentions) &&
    areSame(a.actions, b.actions) &&
    areSame(a.sections, b.sections)
  );
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** How many principles are in each state, out of scope and not tagged ones left out. */
export function countStates(coverage: Coverage): Readonly<Record<CoverageState, number>> {
  const counts = Object.fromEntries(COVERAGE_STATES.map((state) => [state, 0])) as Record<CoverageState, number>;
  for (const principle of coverage.principles) if (isCounted(principle)) counts[principle.state]++;
  return counts;
}

/** Whether a principle counts for this strategy: it is in scope, or something is said to it all the same. */
export function isCounted({ inScope, state, isGap }: Pick<PrincipleCoverage, 'inScope' | 'state' | 'isGap'>): boolean {
  return inScope || state !== 'none' || isGap;
}

/** Tags that have lost their block everywhere: not in their own section, and in no other live one. */
export function unplacedTags(sections: readonly SectionSummary[], isPlaced: (block: string) => boolean): Tag[] {
  return sections.flatMap(({ unplaced }) => unplaced.filter((tag) => !isPlaced(tag.block)));
}
