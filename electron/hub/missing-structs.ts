import * as Y from 'yjs';
import type { ParsedUpdate } from './parse-update.ts';

/**
 * Whether an update builds on, or deletes, something that neither `doc` nor the update itself holds. Yjs keeps such
 * an update and tries it again with every one that follows, so that a few thousand of them stop a process for
 * seconds; and a document that has kept one is never whole again unless the rest comes.
 */
export function hasMissingStructs(doc: Y.Doc, { structs, deletes }: ParsedUpdate): boolean {
  /** How far each client's structs will reach when the update has been applied. */
  const reached = new Map<number, number>();
  const reachOf = (client: number): number => reached.get(client) ?? Y.getState(doc.store, client);
  for (const struct of structs) {
    // Stands where structs are left out.
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    const reach = reachOf(client);
    if (clock > reach) return true;
    reached.set(client, Math.max(reach, clock + struct.length));
  }
  const isMissing = ({ client, clock }: Y.ID): boolean => clock >= reachOf(client);
  const buildsOnNothing = structs.some((struct) => {
    if (!(struct instanceof Y.Item)) return false;
    const { origin, rightOrigin, parent } = struct;
    return [origin, rightOrigin, parent].some((on) => on instanceof Y.ID && isMissing(on));
  });
  return (
    buildsOnNothing ||
    [...deletes].some(([client, ranges]) => ranges.some(({ clock, len }) => clock + len > reachOf(client)))
  );
}
