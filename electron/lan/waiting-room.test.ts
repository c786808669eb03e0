import { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WaitingRoom } from './waiting-room.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const room = () => new WaitingRoom({ patience: 1000, most: 4, mostOfAddress: 2 });

/** A connection from there, as far as a room looks at it. */
function socketFrom(remoteAddress: string | undefined, remotePort: number): Socket {
  return Object.defineProperties(new Socket(), {
    remoteAddress: { value: remoteAddress },
    remotePort: { value: remotePort },
  });
}

test('whoever has not been admitted when the time is over is cut off', () => {
  const waiting = room();
  const [stranger, member] = [socketFrom('10.0.0.1', 1), socketFrom('10.0.0.1', 2)];
  waiting.enter(stranger);
  waiting.enter(member);
  // The encrypted socket is another object with the same remote end.
  waiting.admit(socketFrom('10.0.0.1', 2));
  vi.advanceTimersByTime(999);
  expect(stranger.destroyed).toBe(false);
  vi.advanceTimersByTime(1);
  expect([stranger.destroyed, member.destroyed]).toEqual([true, false]);
});

test('an address that fills its share makes room in its own; a full room in its oldest', () => {
  const waiting = room();
  const first = socketFrom('10.0.0.1', 1);
  const greedy = [1, 2, 3].map((port) => socketFrom('10.0.0.2', port));
  for (const socket of [first, ...greedy]) waiting.enter(socket);
  expect([first, ...greedy].map(({ destroyed }) => destroyed)).toEqual([false, true, false, false]);
  waiting.enter(socketFrom('10.0.0.3', 1));
  waiting.enter(socketFrom('10.0.0.4', 1));
  expect(first.destroyed).toBe(true);
  expect(waiting.size).toBe(4);
  waiting.close();
  expect(greedy.every(({ destroyed }) => destroyed)).toBe(true);
});

test('whoever has gone takes no place, and one that comes from the same end has its own time', async () => {
  const waiting = room();
  const gone = socketFrom('10.0.0.1', 1);
  waiting.enter(gone);
  gone.destroy();
  const next = socketFrom('10.0.0.1', 1);
  waiting.enter(next);
  await new Promise((resolve) => gone.once('close', resolve));
  expect(waiting.size).toBe(1);
  next.destroy();
  await new Promise((resolve) => next.once('close', resolve));
  expect(waiting.size).toBe(0);
  const nowhere = socketFrom(undefined, 1);
  waiting.enter(nowhere);
  expect(nowhere.destroyed).toBe(true);
});
