import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../document/blocks.ts';
import { compareSections, compareText, type ComparableSection } from './comparison.ts';

function block(id: string, text = id): Block {
  return { id, kind: 'paragraph', level: null, text, footnotes: [], words: 1 };
}

function section(id: string, ...blocks: (Block | string)[]): ComparableSection {
  return { id, title: `Section ${id}`, blocks: blocks.map((each) => (typeof each === 'string' ? block(each) : each)) };
}

/** Each block as `change text`, changed words in brackets. */
function shown(before: ComparableSection[], after: ComparableSection[]): string[] {
  return compareSections(before, after).flatMap(({ section: id, change, blocks }) => [
    `${id} ${change}`,
    ...blocks.map((each) => {
      if (each.change === 'gap') return `… ${each.count}`;
      const words = each.parts.map(({ change: part, text }) =>
        part === 'same' ? text : `[${part === 'added' ? '+' : '-'}${text}]`,
      );
      return `${each.change} ${words.join('')}`;
    }),
  ]);
}

test('what was added, removed and changed is told in its place, the rest is left out', () => {
  const before = [section('s', 'a', 'b', 'c', 'd', 'e', block('x', 'The old agency reports'), 'z')];
  const after = [section('s', 'a', 'b', 'c', 'd', 'e', block('x', 'The new agency reports'), 'n')];
  expect(shown(before, after)).toEqual([
    's changed',
    '… 4',
    'same e',
    'changed The [-old][+new] agency reports',
    'added [+n]',
    'removed [-z]',
  ]);
});

test('a block that has changed its place is moved, within its section and between two', () => {
  expect(shown([section('s', 'a', 'b', 'c')], [section('s', 'c', 'a', 'b')])).toEqual([
    's changed',
    'moved c',
    'same a',
    '… 1',
  ]);
  expect(shown([section('s', 'a', 'b'), section('t', 'c')], [section('s', 'b'), section('t', 'c', 'a')])).toEqual([
    's same',
    't changed',
    'same c',
    'moved a',
  ]);
});

test('sections that came and went are told where they stood, and so is a new title', () => {
  const before = [section('a', 'x'), section('b', 'y'), section('c', 'z')];
  const after = [section('a', 'x'), { ...section('c', 'z'), title: 'Courts' }, section('d', 'new')];
  expect(compareSections(before, after).map(({ section: id, change }) => `${id} ${change}`)).toEqual([
    'a same',
    'b removed',
    'c changed',
    'd added',
  ]);
  const renamed = compareSections(before, after)[2]!;
  expect(renamed.titleParts.map(({ change }) => change)).toContain('added');
});

test('a text brought in anew is known by what it says', () => {
  const before = [section('s', block('1', 'same words'), block('2', 'gone'))];
  const after = [section('s', block('3', 'same words'), block('4', 'come'))];
  expect(shown(before, after)).toEqual(['s changed', 'same same words', 'added [+come]', 'removed [-gone]']);
});

test('footnotes are compared with the text they belong to', () => {
  const noted = (note: string): Block => ({ ...block('a', 'Text'), footnotes: [{ id: 'n', text: note }] });
  expect(shown([section('s', noted('Act 1'))], [section('s', noted('Act 2'))])).toEqual([
    's changed',
    'changed Text\nAct [-1][+2]',
  ]);
});

test('from any comparison both versions can be read', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'), { maxLength: 8 });
  fc.assert(
    fc.property(ids, ids, (one, two) => {
      const [compared] = compareSections([section('s', ...one)], [section('s', ...two)]);
      const blocks = compared!.blocks.flatMap((each) => (each.change === 'gap' ? [] : [each]));
      const hidden = compared!.blocks.reduce((sum, each) => sum + (each.change === 'gap' ? each.count : 0), 0);
      const kept = blocks.filter(({ change }) => change === 'same' || change === 'moved' || change === 'changed');
      const added = blocks.filter(({ change }) => change === 'added');
      const removed = blocks.filter(({ change }) => change === 'removed');
      const isSame = compared!.change === 'same';
      const common = one.filter((id) => two.includes(id)).length;
      expect(isSame ? common : kept.length + hidden).toBe(common);
      expect(new Set(added.map(({ id }) => id))).toEqual(new Set(two.filter((id) => !one.includes(id))));
      expect(new Set(removed.map(({ id }) => id))).toEqual(new Set(one.filter((id) => !two.includes(id))));
    }),
  );
});

test('both texts can be read from their comparison', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const parts = compareText(before, after);
      expect(
        parts
          .filter(({ change }) => change !== 'added')
          .map(({ text }) => text)
          .join(''),
      ).toBe(before);
      expect(
        parts
          .filter(({ change }) => change !== 'removed')
          .map(({ text }) => text)
          .join(''),
      ).toBe(after);
    }),
  );
});
