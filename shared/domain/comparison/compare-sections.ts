import type { OutlineSection } from '../../document/outline.ts';
import type { NodeJson } from '../../document/schema.ts';
import { compareItems, type ItemContext } from './compare-items.ts';
import { compareText } from './compare-tokens.ts';
import type { ComparedSection } from './comparison.ts';
import { readItems, type ComparableItem } from './comparable-items.ts';
import { readLabels } from './labels.ts';
import { movedSections } from './moved-sections.ts';
import { pairItems } from './pair-items.ts';
import { printIdentity, printNode } from './print-node.ts';
import { withGaps } from './with-gaps.ts';

/** A section of one version, as far as comparing needs it. */
export interface ComparableSection extends OutlineSection {
  readonly content: NodeJson;
}

interface ReadSection extends ComparableSection {
  readonly items: readonly ComparableItem[];
}

/**
 * What is different in `after`, section by section, within a section block by block, and within a block
 * word by word; sections that are the same are listed as such. SPEC, rules V1–V11.
 */
export function compareSections(
  before: readonly ComparableSection[],
  after: readonly ComparableSection[],
): ComparedSection[] {
  const [old, current] = [before.map(readSection), after.map(readSection)];
  const sources = new Map(old.map((section) => [section.id, section]));
  const context = contextOf(old, current);
  const moved = movedSections(before, after);
  const compared = current.map((section) => ({
    ...compareSection(sources.get(section.id) ?? null, section, context),
    moved: moved.get(section.id) ?? null,
  }));
  const kept = new Set(after.map(({ id }) => id));
  old.forEach((section, index) => {
    if (kept.has(section.id)) return;
    // In the place that it had, as far as that can be said.
    const previous = before.slice(0, index).findLast(({ id }) => kept.has(id));
    let at = previous ? compared.findIndex((each) => each.section === previous.id) + 1 : 0;
    while (compared[at]?.change === 'removed') at++;
    compared.splice(at, 0, { ...compareSection(section, null, context), moved: null });
  });
  return compared.map((section) =>
    section.moved && section.change === 'same' ? { ...section, change: 'changed' } : section,
  );
}

function readSection(section: ComparableSection): ReadSection {
  return { ...section, items: readItems(section.content) };
}

function contextOf(before: readonly ReadSection[], after: readonly ReadSection[]): ItemContext {
  const pairs = pairItems(before, after);
  const placeNow = new Map<ComparableItem, string>();
  for (const { id, items } of after) {
    for (const item of items) {
      const pair = pairs.get(item);
      if (pair) placeNow.set(pair.item, id);
    }
  }
  const titles = new Map([...before, ...after].map(({ id, title }) => [id, title]));
  const [was, is] = [readLabels(before), readLabels(after)];
  return {
    pairs,
    placeNow,
    labels: {
      before: (target) => was.get(target) ?? is.get(target) ?? '?',
      after: (target) => is.get(target) ?? was.get(target) ?? '?',
    },
    titleOf: (section) => titles.get(section) ?? '',
  };
}

function compareSection(
  before: ReadSection | null,
  after: ReadSection | null,
  context: ItemContext,
): Omit<ComparedSection, 'moved'> {
  const { id, title } = (after ?? before)!;
  const { items, departed, renewed } = compareItems(id, before?.items ?? [], after?.items ?? [], context);
  const isRenamed = before !== null && after !== null && before.title !== after.title;
  const facts = before && after ? compareFacts(before, after) : [];
  const isTold = items.some(({ change }) => change !== 'same') || departed > 0 || renewed > 0;
  const isOtherwiseChanged = !isTold && before !== null && after !== null && isDifferent(before.content, after.content);
  const isSame = !isTold && !isOtherwiseChanged && !isRenamed && facts.length === 0;
  return {
    section: id,
    title,
    change: before === null ? 'added' : after === null ? 'removed' : isSame ? 'same' : 'changed',
    titleParts: isRenamed ? compareText(before.title, after.title) : [],
    facts,
    departed,
    renewed,
    isOtherwiseChanged,
    blocks: isTold ? withGaps(items) : [],
  };
}

function compareFacts(before: OutlineSection, after: OutlineSection): ComparedSection['facts'] {
  return (['owner', 'status', 'key'] as const).flatMap((fact) =>
    before[fact] === after[fact] ? [] : [{ fact, before: before[fact] ?? '', after: after[fact] ?? '' }],
  );
}

function isDifferent(before: NodeJson, after: NodeJson): boolean {
  return printNode(before) !== printNode(after) || printIdentity(before) !== printIdentity(after);
}
