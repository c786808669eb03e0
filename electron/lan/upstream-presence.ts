import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { applyAwarenessUpdate, removeAwarenessStates, type Awareness } from 'y-protocols/awareness';
import { deviceOfClientId } from '../../shared/document/client-id.ts';

/** What a window that is gone is said to be; the host takes it away then. */
const GONE = {};

interface Changed {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

/** Tells the host where the windows of this device are, and the windows what the host says of others. */
export class UpstreamPresence {
  readonly #awareness: Awareness;
  readonly #device: number;
  readonly #send: (update: Uint8Array) => void;
  /** Of what was sent or taken last: the newer one holds, also after this process has begun anew. */
  #clock = 0;

  /** @param send Sends an update of presence to the host, where there is a connection. */
  constructor(awareness: Awareness, device: number, send: (update: Uint8Array) => void) {
    this.#awareness = awareness;
    this.#device = device;
    this.#send = send;
    awareness.on('update', this.#tell);
  }

  readonly #tell = ({ added, updated, removed }: Changed, origin: unknown): void => {
    if (origin !== this) this.#sendOf([...added, ...updated, ...removed]);
  };

  /** Tells of all windows: to a host that has heard of none. */
  tellAll(): void {
    this.#sendOf([...this.#awareness.getStates().keys()]);
  }

  #sendOf(clients: readonly number[]): void {
    const own = clients.filter((client) => this.#isOwn(client));
    if (own.length > 0) this.#send(this.#encode(own));
  }

  /**
   * @param update What the host says, and vouches for. What it says of this device's windows, it has from here.
   * @throws Error when it is cut off.
   */
  take(update: Uint8Array): void {
    const others = entriesOf(update).filter(({ client }) => !this.#isOwn(client));
    if (others.length === 0) return;
    // As of now, whatever the host counts: what was forgotten meanwhile would not be believed again.
    const clock = this.#tick();
    applyAwarenessUpdate(this.#awareness, encode(others.map((entry) => ({ ...entry, clock }))), this);
  }

  /** Nothing is known of others without the host. */
  forgetOthers(): void {
    const others = [...this.#awareness.getStates().keys()].filter((client) => !this.#isOwn(client));
    if (others.length > 0) removeAwarenessStates(this.#awareness, others, this);
  }

  #isOwn(client: number): boolean {
    return deviceOfClientId(client) === this.#device;
  }

  /** As y-protocols does, but for windows that are gone, whose word for that does not pass the host's library. */
  #encode(clients: readonly number[]): Uint8Array {
    const clock = this.#tick();
    const stateOf = (client: number): string => JSON.stringify(this.#awareness.states.get(client) ?? GONE);
    return encode(clients.map((client) => ({ client, clock, state: stateOf(client) })));
  }

  #tick(): number {
    this.#clock = Math.max(this.#clock + 1, Date.now());
    return this.#clock;
  }

  destroy(): void {
    this.#awareness.off('update', this.#tell);
  }
}

/** What an update of y-protocols's awareness says of one window. */
interface Entry {
  readonly client: number;
  readonly clock: number;
  /** JSON. */
  readonly state: string;
}

function entriesOf(update: Uint8Array): Entry[] {
  const decoder = createDecoder(update);
  return Array.from({ length: readVarUint(decoder) }, () => ({
    client: readVarUint(decoder),
    clock: readVarUint(decoder),
    state: readVarString(decoder),
  }));
}

function encode(entries: readonly Entry[]): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, entries.length);
  for (const { client, clock, state } of entries) {
    writeVarUint(encoder, client);
    writeVarUint(encoder, clock);
    writeVarString(encoder, state);
  }
  return toUint8Array(encoder);
}
