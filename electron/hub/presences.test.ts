import { expect, test } from 'vitest';
import { createClientId } from '../../shared/document/client-id.ts';
import { vouchFor } from './presences.ts';

const author = { device: 7, name: 'Finance', organisation: '' };
const place = { section: 's', block: null, caret: null };

test('whoever opens window after window is let be, as long as the others are gone', () => {
  const windows = new Set<number>();
  for (let round = 0; round < 100; round++) {
    const window = createClientId(author.device);
    expect(vouchFor(new Map([[window, place]]), author, windows)).toBe(true);
    expect(windows).toEqual(new Set([window]));
    expect(vouchFor(new Map([[window, {}]]), author, windows)).toBe(true);
  }
  const open = Array.from({ length: 17 }, () => createClientId(author.device));
  expect(open.map((window) => vouchFor(new Map([[window, place]]), author, windows))).toEqual([
    ...Array.from({ length: 16 }, () => true),
    false,
  ]);
});
