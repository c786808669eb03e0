import { expect, test } from 'vitest';
import type { SharingState } from '../../../shared/contract/sharing.ts';
import { viewOfSharing } from './sharing-view.ts';

const IN_STEP = {
  kind: 'replica',
  isConnected: true,
  disconnectedAt: null,
  arrived: null,
  documents: 4,
  behind: 0,
  waiting: 0,
  refused: 0,
  grant: { role: 'reader', sections: [] },
  failure: null,
} as const satisfies SharingState;
const AWAY = '2026-11-27T14:05:00.000Z';

test('a replica that is connected is in step when nothing is on its way', () => {
  expect(viewOfSharing(IN_STEP)).toEqual({ kind: 'in-step' });
  expect(viewOfSharing({ ...IN_STEP, waiting: 1 })).toEqual({ kind: 'catching-up' });
  expect(viewOfSharing({ ...IN_STEP, behind: 1 })).toEqual({ kind: 'catching-up' });
});

test('a replica without its host counts what waits, or says since when', () => {
  const away = { ...IN_STEP, isConnected: false, disconnectedAt: AWAY };
  expect(viewOfSharing({ ...away, waiting: 42 })).toEqual({ kind: 'offline', waiting: 42 });
  expect(viewOfSharing(away)).toEqual({ kind: 'unreachable', since: new Date(AWAY) });
  expect(viewOfSharing({ ...away, disconnectedAt: null })).toEqual({ kind: 'not-reached' });
});

test('what was refused is said before the connection, and being cut off before all else', () => {
  const refused = { ...IN_STEP, isConnected: false, waiting: 3, refused: 2 };
  expect(viewOfSharing(refused)).toEqual({ kind: 'refused', refused: 2 });
  expect(viewOfSharing({ ...refused, failure: { type: 'membership-unknown', values: {} } })).toEqual({ kind: 'out' });
});
