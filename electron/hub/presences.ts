import { whereaboutsSchema, type Presence } from '../../shared/contract/presence.ts';
import { deviceOfClientId } from '../../shared/document/client-id.ts';
import type { Author } from '../storage/strategy-file.ts';

/** How many windows one connection may tell of at a time; far more than anybody opens. */
const MOST_WINDOWS = 16;

/**
 * Takes what a connection says of who is where, and leaves of it what it may say: the windows of its own
 * device, with their whereabouts, under the name that this process knows the device by. What is no
 * whereabouts means that the window is gone.
 * @param states By Yjs client id, as they came; changed in place. Null is told to others as gone.
 * @param windows Those that the connection has told of before; kept up to date.
 * @returns False for more windows than anybody has.
 */
export function vouchFor(
  states: Map<number, Record<string, unknown> | null>,
  { device, name, organisation }: Author,
  windows: Set<number>,
): boolean {
  // One of them is made by the library as it reads.
  if (states.size > MOST_WINDOWS + 1) return false;
  for (const [client, state] of states) {
    if (deviceOfClientId(client) !== device) {
      states.delete(client);
      continue;
    }
    const said = whereaboutsSchema.safeParse(state);
    states.set(client, said.success ? ({ ...said.data, person: { name, organisation } } satisfies Presence) : null);
    if (said.success) windows.add(client);
    else windows.delete(client);
  }
  return windows.size <= MOST_WINDOWS;
}
