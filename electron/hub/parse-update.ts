import { createDecoder, readVarUint } from 'lib0/decoding';
import * as Y from 'yjs';

export interface ParsedUpdate {
  readonly isEmpty: boolean;
  /** Yjs client ids whose structs the update holds. */
  readonly clients: readonly number[];
  /** Whether it holds the structs of each client in one place, as Yjs writes them; of others it reads some. */
  readonly isRegular: boolean;
  readonly structs: readonly (Y.Item | Y.GC | Y.Skip)[];
  /** By client, what it deletes. */
  readonly deletes: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;
}

/**
 * Reads an update that came from outside before it is believed.
 * @throws Error when it is not a well-formed update.
 */
export function parseUpdate(data: Uint8Array): ParsedUpdate {
  const { structs, ds } = Y.decodeUpdate(data);
  const clients = new Set(structs.map(({ id }) => id.client));
  return {
    isEmpty: structs.length === 0 && ds.clients.size === 0,
    clients: [...clients],
    isRegular: readVarUint(createDecoder(data)) === clients.size,
    structs,
    deletes: ds.clients,
  };
}
