import * as Y from 'yjs';

export interface ParsedUpdate {
  readonly isEmpty: boolean;
  /** Yjs client ids whose structs the update holds. */
  readonly clients: readonly number[];
}

/**
 * Reads an update that came from outside before it is believed.
 * @throws Error when it is not a well-formed update.
 */
export function parseUpdate(data: Uint8Array): ParsedUpdate {
  const { structs, ds } = Y.decodeUpdate(data);
  const clients = new Set<number>();
  for (const struct of structs) clients.add(struct.id.client);
  return { isEmpty: structs.length === 0 && ds.clients.size === 0, clients: [...clients] };
}
