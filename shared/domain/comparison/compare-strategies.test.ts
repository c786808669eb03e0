import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decision } from '../../document/outline.ts';
import type { MarkJson, NodeJson } from '../../document/schema.ts';
import { STRENGTHS, type Tag } from '../../document/tags.ts';
import { frameworkSchema } from '../framework.ts';
import { SECTION_STATUSES } from '../section-status.ts';
import { node, picture, words } from './comparable.test-support.ts';
import { compareStrategies, type ComparableStrategy } from './compare-strategies.ts';
import { isSameThroughout } from './comparison.ts';

/** A strategy as an export has it. */
interface Exported extends Omit<ComparableStrategy, 'sections'> {
  readonly sections: readonly Omit<ComparableStrategy['sections'][number], 'summary'>[];
}

/** With the passages that coverage finds in it. */
function comparable(strategy: Exported): ComparableStrategy {
  const sections = strategy.sections.map((each) => {
    const withText = idsWithText(each.content);
    const blocks = [...new Set(each.tags.map(({ block }) => block))].filter((block) => withText.has(block));
    const passages = blocks.map((block) => ({
      block,
      number: null,
      excerpt: '',
      tags: each.tags.filter((tag) => tag.block === block),
    }));
    return { ...each, summary: { passages } };
  });
  return { ...strategy, sections };
}

function idsWithText({ attrs, content }: NodeJson): Set<unknown> {
  const inside = (content ?? []).flatMap((child) => [...idsWithText(child)]);
  return new Set([...inside, ...(content?.some(({ text }) => text) ? [attrs?.['id']] : [])]);
}

/** What an export has, but for how the keys of order are written, and tags in the order of their keys (SPEC, V1). */
function exported({ sections, decisions, ...rest }: Exported): unknown {
  const sorted = (values: readonly object[]): string[] => values.map((value) => JSON.stringify(value)).sort();
  const told = sections.map(({ order: _, tags, ...each }) => ({ ...each, tags: sorted(tags) }));
  return { ...rest, decisions: sorted(decisions), sections: told };
}

const attribute = (values: readonly unknown[]) => fc.constantFrom(...values);
const marks: fc.Arbitrary<MarkJson[]> = fc.constantFrom<MarkJson[]>(
  [],
  [],
  [{ type: 'bold' }],
  [{ type: 'link', attrs: { href: 'https://a.example' } }],
  [{ type: 'link', attrs: { href: 'https://b.example' } }],
);
const inline: fc.Arbitrary<NodeJson> = fc.oneof(
  fc.tuple(fc.constantFrom('old', 'old agency', ' '), marks).map(([text, all]) => ({
    type: 'text',
    text,
    ...(all.length > 0 && { marks: all }),
  })),
  fc.constant({ type: 'hardBreak' }),
  fc.constantFrom('n', 'm').map((text) => node('footnote', {}, words(text))),
  fc
    .tuple(fc.constantFrom('h', 'i'), fc.constantFrom('number', 'text'))
    .map(([target, form]) => node('reference', { target, form })),
);

/** Neighbouring texts of the same marks are one, as they are in any export. */
function joined(content: readonly NodeJson[]): NodeJson[] {
  const all: NodeJson[] = [];
  for (const each of content) {
    const last = all.at(-1);
    if (
      last?.text !== undefined &&
      each.text !== undefined &&
      JSON.stringify(last.marks) === JSON.stringify(each.marks)
    )
      all[all.length - 1] = { ...last, text: last.text + each.text };
    else all.push(each);
  }
  return all;
}

const line = fc.array(inline, { maxLength: 3 }).map(joined);
const leaf: fc.Arbitrary<NodeJson> = fc
  .tuple(line, attribute([null, null, 'center']), fc.constantFrom('paragraph', 'heading', 'caption'))
  .map(([content, textAlign, type]) =>
    node(
      type,
      { ...(textAlign !== null && { textAlign: textAlign }), ...(type === 'heading' && { level: 3 }) },
      ...content,
    ),
  );
const cell = fc
  .tuple(leaf, fc.constantFrom('tableCell', 'tableHeader'), fc.constantFrom(1, 2), fc.constantFrom(80, 90))
  .map(([content, type, colspan, width]) => node(type, { colspan, colwidth: [width] }, content));
const inRows = fc.array(cell, { minLength: 1, maxLength: 2 }).map((cells) => node('tableRow', {}, ...cells));
const block: fc.Arbitrary<NodeJson> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.constantFrom(picture('1', 'A'), picture('1', 'B'), picture('2', 'A')) },
  { weight: 1, arbitrary: fc.constantFrom(node('horizontalRule', {}), node('pageBreak', {})) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('bulletList', 'orderedList'),
        fc.array(fc.array(leaf, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
      )
      .map(([type, items]) => node(type, {}, ...items.map((content) => node('listItem', {}, ...content)))),
  },
  { weight: 1, arbitrary: fc.array(inRows, { minLength: 1, maxLength: 2 }).map((rows) => node('table', {}, ...rows)) },
  { weight: 1, arbitrary: leaf.map((content) => node('blockquote', {}, content)) },
);

/** Gives every leaf block an id: the number that it has among those of the strategy. */
function named(content: readonly NodeJson[], next: () => string): NodeJson[] {
  return content.map((each) => {
    const isLeaf = ['paragraph', 'heading', 'caption'].includes(each.type);
    if (isLeaf) return { ...each, attrs: { ...each.attrs, id: next() } };
    return each.content ? { ...each, content: named(each.content, next) } : each;
  });
}

const tag: fc.Arbitrary<Tag> = fc
  .tuple(
    fc.constantFrom('b0', 'b1', 'b9'),
    fc.constantFrom(7, 9),
    fc.constantFrom(...STRENGTHS),
    fc.constantFrom('', 'why'),
  )
  .map(([id, principle, strength, reason]) => ({
    block: id,
    framework: 'f',
    principle,
    strength,
    reason,
    by: '',
    at: '',
  }));
const decision: fc.Arbitrary<Decision> = fc
  .tuple(fc.constantFrom(7, 9), fc.constantFrom('', 'why'))
  .map(([principle, reason]) => ({ framework: 'f', principle, reason, by: '', at: '' }));

const own = frameworkSchema.parse({
  id: 'duties',
  title: 'National duties',
  edition: '',
  binding: true,
  note: '',
  source: '',
  groups: [{ id: 'all', title: 'Duties' }],
  principles: [
    { number: 1, title: 'One', short: 'One', group: 'all', level: 'all', scope: [], explanation: '', prompts: [] },
  ],
});

const strategy: fc.Arbitrary<Exported> = fc
  .record({
    title: fc.constantFrom('A', 'B'),
    classification: fc.constantFrom('', 'RESTRICTED'),
    locale: fc.constantFrom('en', 'fr'),
    frameworks: fc.subarray([own]),
    decisions: fc.uniqueArray(decision, { selector: ({ principle }) => principle, maxLength: 2 }),
    sections: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('s', 't', 'u'),
        title: fc.constantFrom('One', 'Two'),
        owner: fc.constantFrom('', 'Interior'),
        status: fc.constantFrom(...SECTION_STATUSES),
        blocks: fc.array(block, { maxLength: 3 }),
        tags: fc.uniqueArray(tag, { selector: (each) => `${each.block} ${each.principle}`, maxLength: 2 }),
      }),
      { selector: ({ id }) => id, maxLength: 3 },
    ),
  })
  .map(({ sections, ...rest }) => {
    let count = 0;
    const next = (): string => `b${count++}`;
    return {
      ...rest,
      sections: sections.map(({ blocks, ...each }, index) => ({
        ...each,
        key: null,
        order: `a${index}`,
        content: { type: 'doc', content: named(blocks, next) },
      })),
    };
  });

/** Every way in which one thing in a value can be left out, repeated or made something else. */
function edits(value: unknown): unknown[] {
  if (typeof value === 'string') return [`${value}!`];
  if (typeof value === 'number') return [value + 1];
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    return list.flatMap((each, index) => [
      list.toSpliced(index, 1),
      ...(index > 0 ? [list.with(index, list[index - 1]).with(index - 1, each)] : []),
      ...edits(each).map((edited) => list.with(index, edited)),
    ]);
  }
  if (typeof value !== 'object' || value === null) return [];
  const fixed = new Set(['order', 'type', 'strength', 'status', 'framework', 'principle']);
  return Object.entries(value).flatMap(([key, each]) =>
    fixed.has(key) ? [] : edits(each).map((edited) => ({ ...value, [key]: edited })),
  );
}

function areEqual(one: Exported, two: Exported): boolean {
  return JSON.stringify(exported(one)) === JSON.stringify(exported(two));
}

test('two versions compare as equal exactly when what would be exported of them is equal (V1)', () => {
  fc.assert(
    fc.property(strategy, strategy, (one, two) => {
      expect(isSameThroughout(compareStrategies(comparable(one), comparable(one)))).toBe(true);
      const comparison = compareStrategies(comparable(one), comparable(two));
      expect(isSameThroughout(comparison)).toBe(areEqual(one, two));
    }),
    { numRuns: 300 },
  );
});

test('the least edit of a strategy shows in its comparison (V1)', () => {
  fc.assert(
    fc.property(strategy, fc.nat(), (one, chosen) => {
      const all = edits(one) as Exported[];
      const two = all[chosen % all.length]!;
      const comparison = compareStrategies(comparable(one), comparable(two));
      expect(isSameThroughout(comparison)).toBe(areEqual(one, two));
    }),
    { numRuns: 1500 },
  );
});
