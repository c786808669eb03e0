import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';
import { carryDevice } from '../../shared/document/client-id.ts';

const [SYNC, UPDATE, SYNC_STATUS] = [0, 2, 8];

/** How a client comes to its host. */
export interface Route {
  readonly url: string;
  readonly WebSocketPolyfill?: unknown;
  /** Number of the device that its Yjs client ids carry; null where nobody asks. */
  readonly device: number | null;
}

/** A document that a client has open. */
export interface OpenedDocument {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
}

/** Somebody connected to a host, without an editor and without a file. */
export class LightClient {
  readonly #route: Route;
  readonly #socket: HocuspocusProviderWebsocket;
  readonly #documents: OpenedDocument[] = [];

  constructor(route: Route) {
    this.#route = route;
    const { url, WebSocketPolyfill } = route;
    this.#socket = new HocuspocusProviderWebsocket({ url, ...(WebSocketPolyfill ? { WebSocketPolyfill } : {}) });
  }

  /** Opens a document, and resolves when its state has arrived. */
  async open(name: string): Promise<OpenedDocument> {
    const { device } = this.#route;
    const doc = device === null ? new Y.Doc() : carryDevice(new Y.Doc(), device);
    const provider = new HocuspocusProvider({ websocketProvider: this.#socket, name, document: doc, awareness: null });
    provider.attach();
    if (!provider.isSynced) await new Promise<void>((resolve) => provider.on('synced', () => resolve()));
    const opened = { name, doc, provider };
    this.#documents.push(opened);
    return opened;
  }

  /**
   * Sends updates as they are, without waiting for one before the next, and hears nothing but that they are saved.
   * @returns Resolves when the host has confirmed each of them.
   */
  flood({ name, provider }: OpenedDocument, updates: readonly Uint8Array[]): Promise<void> {
    return new Promise((resolve, reject) => {
      let confirmed = 0;
      provider.onMessage = ({ data }: MessageEvent) => {
        const decoder = createDecoder(new Uint8Array(data as ArrayBuffer));
        readVarString(decoder);
        if (readVarUint(decoder) !== SYNC_STATUS) return;
        if (readVarUint(decoder) !== 1) reject(new Error('The host did not take an update.'));
        if (++confirmed === updates.length) resolve();
      };
      for (const update of updates) this.#socket.webSocket!.send(syncMessage(name, update));
    });
  }

  close(): void {
    for (const { provider } of this.#documents) provider.destroy();
    this.#socket.destroy();
  }
}

function syncMessage(name: string, update: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarString(encoder, name);
  writeVarUint(encoder, SYNC);
  writeVarUint(encoder, UPDATE);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}
