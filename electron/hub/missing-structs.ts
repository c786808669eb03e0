import * as Y from 'yjs';

/**
 * Whether an update builds on, or deletes, something that neither `doc` nor the update itself holds. Yjs keeps such
 * an update and tries it again with every one that follows, so that a few thousand of them stop a process for
 * seconds; and a document that has kept one is never whole again unless the rest comes.
 */
export function hasMissingStructs(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  /** What there is of each client, once the structs before have been applied. */
  const known = new Map<number, number>();
  const stateOf = (client: number): number => known.get(client) ?? Y.getState(doc.store, client);
  const own = new Map<number, { readonly from: number; readonly to: number }[]>();
  for (const { id, length } of structs) {
    const ranges = own.get(id.client) ?? [];
    ranges.push({ from: id.clock, to: id.clock + length });
    own.set(id.client, ranges);
  }
  for (const [client, ranges] of own) {
    let state = stateOf(client);
    for (const { from, to } of ranges) {
      if (from > state) return true;
      state = Math.max(state, to);
    }
    known.set(client, state);
  }
  for (const [client, ranges] of ds.clients)
    if (ranges.some(({ clock, len }) => clock + len > stateOf(client))) return true;
  return structs.some((struct) => {
    if (!(struct instanceof Y.Item)) return false;
    const parent = struct.parent instanceof Y.ID ? struct.parent : null;
    return [struct.origin, struct.rightOrigin, parent].some((id) => id !== null && id.clock >= stateOf(id.client));
  });
}
