import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from './compare-tokens.ts';

function shown(before: string, after: string): string {
  return compareText(before, after)
    .map(({ change, text }) => (change === 'same' ? text : `[${change === 'added' ? '+' : '-'}${text}]`))
    .join('');
}

test('replaced words that stand side by side are one replacement (V5)', () => {
  expect(shown('The old agency reports', 'The new body reports')).toBe('The [-old agency][+new body] reports');
  expect(shown('one two three', 'one three')).toBe('one [-two ]three');
});

test('a long text with next to nothing in common is told whole (V11)', () => {
  const [before, after] = ['a', 'b'].map((letter) => Array.from({ length: 900 }, (_, i) => letter + i).join(' '));
  expect(compareText(before!, after!)).toEqual([
    { change: 'removed', place: 'text', text: before },
    { change: 'added', place: 'text', text: after },
  ]);
});

test('both texts can be read from their comparison', () => {
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom('a', 'b', 'ab', ' ', '.'), { maxLength: 12 }).map((a) => a.join('')),
  );
  const without = (change: string, before: string, after: string): string =>
    compareText(before, after)
      .filter((part) => part.change !== change)
      .map((part) => part.text)
      .join('');
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(without('added', before, after)).toBe(before);
      expect(without('removed', before, after)).toBe(after);
    }),
  );
});
