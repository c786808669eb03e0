import { expect, test } from 'vitest';
import type { Decision } from '../../document/outline.ts';
import type { Strength, Tag } from '../../document/tags.ts';
import { compareCoverage, type TaggedStrategy } from './compare-coverage.ts';

function tag(block: string, principle: number, strength: Strength, reason = ''): Tag {
  return { block, framework: 'f', principle, strength, reason, by: '', at: '' };
}

/** Sections by their tags, all of which stand with a text. */
function strategy(sections: Readonly<Record<string, readonly Tag[]>>, ...decisions: Decision[]): TaggedStrategy {
  return {
    sections: Object.entries(sections).map(([id, tags]) => ({
      id,
      tags,
      summary: { passages: tags.map((each) => ({ block: each.block, number: null, excerpt: '', tags: [each] })) },
    })),
    decisions,
  };
}

function decided(reason: string): Decision {
  return { framework: 'f', principle: 7, reason, by: '', at: '' };
}

const NONE = { full: 0, partial: 0, mention: 0 };
const SAME = { framework: 'f', gained: NONE, lost: NONE, strengths: [], reworded: 0, unplaced: 0, decision: null };

test('a section that held the only mentions of two principles shows as lost mentions (V12)', () => {
  const before = strategy({ s: [tag('a', 14, 'full')], t: [tag('b', 7, 'mention'), tag('c', 9, 'mention')] });
  const lost = { ...SAME, stateBefore: 'none', stateAfter: 'none', lost: { ...NONE, mention: 1 } };
  expect(compareCoverage(before, strategy({ s: [tag('a', 14, 'full')] }))).toEqual([
    { ...lost, principle: 7 },
    { ...lost, principle: 9 },
  ]);
});

test('passages are gained and lost by strength (V12)', () => {
  const before = strategy({ s: [tag('a', 7, 'full'), tag('b', 7, 'partial')] });
  const after = strategy({ s: [tag('c', 7, 'mention'), tag('d', 7, 'mention'), tag('a', 7, 'full')] });
  expect(compareCoverage(before, after)).toMatchObject([
    { gained: { ...NONE, mention: 2 }, lost: { ...NONE, partial: 1 }, stateBefore: 'text', stateAfter: 'text' },
  ]);
});

test('a tag of another strength is neither gained nor lost (V13)', () => {
  const [compared] = compareCoverage(strategy({ s: [tag('a', 7, 'full')] }), strategy({ s: [tag('a', 7, 'mention')] }));
  expect(compared).toEqual({
    ...SAME,
    principle: 7,
    stateBefore: 'text',
    stateAfter: 'none',
    strengths: [{ before: 'full', after: 'mention', count: 1 }],
  });
});

test('decisions made, withdrawn and reworded are told (V14)', () => {
  const decisionOf = (...[before, after]: TaggedStrategy[]) => compareCoverage(before!, after!)[0]?.decision;
  const [none, one, two] = [strategy({}), strategy({}, decided('Not ours')), strategy({}, decided('Another law'))];
  expect([decisionOf(none, one), decisionOf(one, none), decisionOf(one, two), decisionOf(one, one)]).toEqual([
    'made',
    'withdrawn',
    'reworded',
    undefined,
  ]);
});

test('another reason is counted, a tag that has moved with its block is the same (V15)', () => {
  const one = strategy({ s: [tag('a', 7, 'full')], t: [] });
  expect(compareCoverage(one, strategy({ s: [tag('a', 7, 'full', 'because')], t: [] }))).toMatchObject([
    { reworded: 1 },
  ]);
  expect(compareCoverage(one, strategy({ s: [], t: [tag('a', 7, 'full')] }))).toEqual([]);
});

test('a tag that goes when its text is gone already counts as one without a text (V15)', () => {
  const without: TaggedStrategy = {
    sections: [{ id: 's', tags: [tag('a', 7, 'full')], summary: { passages: [] } }],
    decisions: [],
  };
  expect(compareCoverage(without, strategy({ s: [] }))).toMatchObject([{ lost: NONE, unplaced: 1 }]);
});
