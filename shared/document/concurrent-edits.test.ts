import fc from 'fast-check';
import type * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { readBlocks } from './blocks.ts';
import { createTag, Draft, exchange, paragraph } from './draft.test-support.ts';
import { repairIdentity } from './identity-repair.ts';
import { contentOf } from './layout.ts';
import { moveBlockToSection } from './move-block.ts';
import { putTag, readTags } from './tags.ts';

/** Runs one case with the updates exchanged in either order. */
function inBothOrders(name: string, run: (meet: (a: Draft, b: Draft) => void) => void): void {
  test(`${name} (first, then second)`, () => run((a, b) => exchange(a, b)));
  test(`${name} (second, then first)`, () => run((a, b) => exchange(b, a)));
}

function pair(...texts: string[]): [Draft, Draft] {
  const a = Draft.of(
    1,
    texts.map((text, index) => paragraph(`b${index + 1}`, text)),
  );
  return [a, a.fork(2)];
}

function expectSame(a: Draft, b: Draft): void {
  expect(b.lines()).toEqual(a.lines());
  expect(b.ids()).toEqual(a.ids());
  expect(b.tags()).toEqual(a.tags());
}

describe('T1: one block, different principles', () => {
  inBothOrders('both tags stand', (meet) => {
    const [a, b] = pair('one');
    a.tag('b1', 14);
    b.tag('b1', 20);
    meet(a, b);
    expectSame(a, b);
    expect(a.lines()).toEqual(['one [14 20]']);
  });
});

describe('T2: one block, one principle', () => {
  inBothOrders('one of the two stands, the same everywhere', (meet) => {
    const [a, b] = pair('one');
    a.tag('b1', 14, 'full', 'from a');
    b.tag('b1', 14, 'mention', 'from b');
    meet(a, b);
    expectSame(a, b);
    expect(a.tags()).toHaveLength(1);
  });
});

describe('T3: a tag meets a deletion or a merge', () => {
  inBothOrders('a tag on a deleted block is unplaced, and placed again by undo', (meet) => {
    const [a, b] = pair('one', 'two');
    a.remove('b2');
    b.tag('b2', 14);
    meet(a, b);
    expectSame(a, b);
    expect(a.unplaced()).toMatchObject([{ block: 'b2', principle: 14 }]);
    a.undo();
    exchange(a, b);
    expectSame(a, b);
    expect(a.lines()).toEqual(['one', 'two [14]']);
  });

  inBothOrders('a tag on a merged block is kept', (meet) => {
    const [a, b] = pair('one', 'two');
    a.joinBackward('b2');
    b.tag('b2', 14);
    meet(a, b);
    expectSame(a, b);
    expect(a.tags()).toMatchObject([{ principle: 14 }]);
  });
});

describe('T4: two splits of one block', () => {
  inBothOrders('every part has an id of its own and the tags', (meet) => {
    const [a, b] = pair('one two three');
    a.tag('b1', 14);
    exchange(a, b);
    a.split('b1', 4);
    b.split('b1', 8);
    meet(a, b);
    expectSame(a, b);
    expect(new Set(a.ids()).size).toBe(a.ids().length);
    expect(a.ids()[0]).toBe('b1');
    for (const line of a.lines().filter((text) => text !== '')) expect(line).toContain('[14]');
  });

  inBothOrders('a split meets typing in the left part', (meet) => {
    const [a, b] = pair('one two');
    a.split('b1', 4);
    b.type('b1', 0, 'zero ');
    meet(a, b);
    expectSame(a, b);
    expect(a.lines()).toEqual(['zero one ', 'two']);
  });
});

describe('D1: an id that stands twice in a section', () => {
  inBothOrders('is read as the first one, then repaired with its tags', (meet) => {
    const [a, b] = pair('one', 'two', 'three');
    a.tag('b3', 14);
    exchange(a, b);
    for (const draft of [a, b]) {
      draft.edit((transaction) => {
        const node = draft.node('b3');
        const pos = draft.position('b3');
        return transaction.delete(pos, pos + node.nodeSize).insert(0, node);
      });
    }
    meet(a, b);
    expectSame(a, b);
    const twice = a.ids().filter((id) => id.startsWith('b3'));
    expect(twice).toEqual(['b3', 'b3~2']);
    repairIdentity(a.doc);
    exchange(a, b);
    expectSame(a, b);
    expect(a.ids()).not.toContain('b3~2');
    expect(a.lines().filter((line) => line === 'three [14]')).toHaveLength(2);
    expect(repairIdentity(b.doc)).toEqual([]);
  });
});

describe('M2 and D2: moves between sections', () => {
  const sections = (): [Y.Doc, Y.Doc] => [
    Draft.of(1, [paragraph('b1', 'one'), paragraph('b2', 'two')]).doc,
    Draft.of(1, [paragraph('c1', 'three')]).doc,
  ];
  const ids = (doc: Y.Doc): string[] => readBlocks(contentOf(doc)).map(({ id }) => id);

  test('a block takes its tags along and keeps its id', () => {
    const [source, target] = sections();
    putTag(source, createTag('b1', 14));
    expect(moveBlockToSection(source, target, 'b1', 'local')).toBe(true);
    expect(ids(source)).toEqual(['b2']);
    expect(ids(target)).toEqual(['c1', 'b1']);
    expect(readTags(source)).toEqual([]);
    expect(readTags(target)).toMatchObject([{ block: 'b1', principle: 14 }]);
  });

  test('the last block of a section leaves an empty paragraph behind', () => {
    const [source, target] = sections();
    moveBlockToSection(target, source, 'c1', 'local');
    expect(readBlocks(contentOf(target)).map(({ text }) => text)).toEqual(['']);
  });

  test('a block that two people moved to different sections is repaired in the one that loses', () => {
    const [source, target] = sections();
    putTag(target, createTag('b1', 14));
    contentOf(target).push([(contentOf(source).get(0) as Y.XmlElement).clone()]);
    const repaired = repairIdentity(target, (id) => id === 'b1');
    expect(ids(target)).toEqual(['c1', repaired[0]]);
    expect(readTags(target).filter(({ block }) => block === repaired[0])).toHaveLength(1);
  });
});

type Step =
  | {
      readonly kind: 'type' | 'split' | 'join' | 'remove' | 'undo';
      readonly who: number;
      readonly block: number;
      readonly offset: number;
    }
  | { readonly kind: 'tag'; readonly who: number; readonly block: number; readonly offset: number }
  | { readonly kind: 'meet'; readonly who: number; readonly block: number; readonly offset: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('type', 'split', 'join', 'remove', 'undo', 'tag', 'tag', 'meet'),
  who: fc.nat(2),
  block: fc.nat(6),
  offset: fc.nat(8),
}) as fc.Arbitrary<Step>;

function perform(drafts: readonly Draft[], { kind, who, block, offset }: Step): void {
  const draft = drafts[who]!;
  if (kind === 'meet') return exchange(draft, drafts[(who + 1) % drafts.length]!);
  if (kind === 'undo') return draft.undo();
  // Only what the window could name: an id that stands twice has no second name yet.
  const ids = draft.ids().filter((id) => !id.includes('~') && id !== '');
  const id = ids[block % Math.max(1, ids.length)];
  if (id === undefined) return;
  const length = draft.node(id).content.size;
  switch (kind) {
    case 'type':
      return draft.type(id, Math.min(offset, length), 'x');
    case 'split':
      return draft.split(id, Math.min(offset, length));
    case 'join':
      return draft.position(id) > 0 ? draft.joinBackward(id) : undefined;
    case 'remove':
      return ids.length > 1 ? draft.remove(id) : undefined;
    case 'tag':
      return draft.tag(id, offset + 1);
  }
}

test('after any schedule all hold the same, every id is one block, and no tag is lost', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const a = Draft.of(
        1,
        ['one two', 'three four', 'five six'].map((text, index) => paragraph(`b${index + 1}`, text)),
      );
      const drafts = [a, a.fork(2), a.fork(3)];
      const tagged = new Set<number>();
      let undone = false;
      for (const next of steps) {
        perform(drafts, next);
        undone ||= next.kind === 'undo';
        for (const draft of drafts) for (const { principle } of draft.tags()) tagged.add(principle);
      }
      exchange(...drafts);
      exchange(...drafts);
      const repaired = repairIdentity(a.doc);
      exchange(...drafts);
      for (const other of drafts.slice(1)) expectSame(a, other);
      const ids = a.ids();
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.some((id) => id === '' || id.includes('~'))).toBe(false);
      for (const id of repaired) expect(ids).toContain(id);
      // Undo takes one's own tags back, and only that may make a principle go.
      const left = new Set(a.tags().map(({ principle }) => principle));
      if (!undone) for (const principle of tagged) expect(left).toContain(principle);
    }),
    { numRuns: 300 },
  );
});
