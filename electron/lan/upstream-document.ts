import { HocuspocusProvider, type HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { decodeStateVector, encodeStateVector, type Doc, type Transaction } from 'yjs';
import type { FollowedDocument } from '../hub/hub.ts';
import type { Author } from '../storage/strategy-file.ts';
import { presenceMessage, readUpstreamMessage } from './upstream-message.ts';
import { UpstreamPresence } from './upstream-presence.ts';

export interface UpstreamOptions {
  readonly name: string;
  readonly followed: FollowedDocument;
  readonly socket: HocuspocusProviderWebsocket;
  readonly authorOf: (client: number) => Author;
  /** The device whose windows are told of in this document; null where nobody is. */
  readonly device: number | null;
  /** Changes made here before that the host has not confirmed, as far as is known. */
  readonly waiting: number;
  readonly onChange: () => void;
  /** Others had written here before the host was found again; who has only deleted something is not known. */
  readonly onArrival: (authors: readonly Author[]) => void;
  /** What came cannot be kept here, or cannot be understood; nothing more is taken over this connection. */
  readonly onFailure: (error: unknown) => void;
}

/** What became of a document over one connection. */
interface Course {
  isOver: boolean;
  /** Whether the host has been told all that it lacks. */
  hasAnswered: boolean;
  /** Whether it has said what it took of that. */
  isExchanged: boolean;
  /** Whether the host does not let this machine have the document. */
  isDenied: boolean;
  /** Whether something that came could not be kept: what follows may build on it. */
  isBroken: boolean;
  /** How many changes the host has not taken. */
  refused: number;
}

const begun = (): Course => ({
  isOver: false,
  hasAnswered: false,
  isExchanged: false,
  isDenied: false,
  isBroken: false,
  refused: 0,
});

/**
 * A document of this machine and its like at the host. What comes from there is on this disk before it is
 * applied and shown, as everything else is; what is written here, with or without the host, is sent there.
 */
export class UpstreamDocument extends HocuspocusProvider {
  readonly #options: UpstreamOptions;
  /** Messages are handled one after the other, each when what came before it is on disk. */
  #handled: Promise<void> = Promise.resolve();
  #course: Course = { ...begun(), isOver: true };
  /** Changes made here that go, or went, with all that the host lacks, and that it has not answered. */
  #apart: number;
  /** Whether it is noted that the host has everything. */
  isNoted = false;
  readonly #presence: UpstreamPresence | null;

  constructor(options: UpstreamOptions) {
    const { name, followed, socket, device, onChange } = options;
    super({ websocketProvider: socket, name, document: followed.doc, awareness: null });
    this.#options = options;
    this.#apart = options.waiting;
    this.#presence =
      device === null
        ? null
        : new UpstreamPresence(followed.awareness, device, (update) => {
            if (this.isAuthenticated) socket.send(presenceMessage(name, update));
          });
    this.on('unsyncedChanges', onChange);
    this.on('synced', onChange);
    this.on('synced', () => this.#presence?.tellAll());
  }

  /** Whether the host's state has not arrived yet. */
  get isBehind(): boolean {
    return !this.isSynced && !this.#course.isDenied;
  }

  /** Whether both sides have said all that they had to say. */
  get isInStep(): boolean {
    const { isDenied, isExchanged } = this.#course;
    return isDenied || (this.isSynced && isExchanged && this.waiting === 0);
  }

  /** Changes made here that the host has not confirmed. */
  get waiting(): number {
    const { isDenied, isOver, hasAnswered, isExchanged, refused } = this.#course;
    if (isDenied) return 0;
    // The provider counts the exchange as a change, and what was refused as not confirmed.
    const sent = isOver || !hasAnswered ? 0 : this.unsyncedChanges - refused - (isExchanged ? 0 : 1);
    return this.#apart + Math.max(0, sent);
  }

  /** Changes made here that the host did not take. */
  get refused(): number {
    return this.#course.isDenied ? 1 : this.#course.refused;
  }

  override async onOpen(event: Event): Promise<void> {
    this.#course = begun();
    await super.onOpen(event);
  }

  override onClose(): void {
    super.onClose();
    if (!this.#course.isOver) this.#apart = this.waiting + this.#course.refused;
    this.#course.isOver = true;
    this.#presence?.forgetOthers();
  }

  override permissionDeniedHandler(reason: string): void {
    this.#course.isDenied = true;
    super.permissionDeniedHandler(reason);
    this.#options.onChange();
  }

  /** What is written before the host has been told what it lacks goes with that: alone it would build on nothing. */
  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    const { isOver, hasAnswered } = this.#course;
    if (origin !== this) this.isNoted = false;
    if (!isOver && hasAnswered) return super.documentUpdateHandler(update, origin);
    if (origin === this) return;
    this.#apart++;
    this.#options.onChange();
  }

  override onMessage(event: MessageEvent): void {
    const course = this.#course;
    this.#handled = this.#handled.then(async () => {
      // Of a connection that is over, or that has lost something.
      if (course !== this.#course || course.isOver || course.isBroken) return;
      try {
        await this.#handle(event, course);
      } catch (error) {
        course.isBroken = true;
        this.#options.onFailure(error);
      }
    });
  }

  async #handle(event: MessageEvent, course: Course): Promise<void> {
    const { followed, authorOf, onArrival, onChange } = this.#options;
    const message = readUpstreamMessage(new Uint8Array(event.data as ArrayBuffer));
    if (message.kind === 'presence') return this.#presence?.take(message.data);
    if (message.kind === 'answer') {
      if (!message.isTaken) course.refused++;
      if (!course.isExchanged) this.#apart = 0;
      course.isExchanged = true;
    }
    if (message.kind !== 'update') {
      super.onMessage(event);
      if (message.kind === 'question') course.hasAnswered = true;
      onChange();
      return;
    }
    const isCatchingUp = !this.isSynced;
    const applied = await followed.commit(message.data, authorOf);
    try {
      if (isCatchingUp) {
        const { writers, hasDeletions } = newIn(followed.doc, () => super.onMessage(event));
        if (writers.length > 0 || hasDeletions) onArrival(writers.map((client) => authorOf(client)));
      } else {
        super.onMessage(event);
      }
    } finally {
      applied();
    }
    // It is kept and applied, but the connection that it came by says nothing of the next one.
    if (course.isOver) this.synced = false;
  }

  /** Resolves when everything that has come so far is on disk and applied. */
  settled(): Promise<void> {
    return this.#handled;
  }

  override destroy(): void {
    super.destroy();
    this.#presence?.destroy();
    this.#options.followed.release();
  }
}

/** What is new in a document once something has been applied to it; what comes may be here already, in part or all of it. */
function newIn(doc: Doc, apply: () => void): { readonly writers: readonly number[]; readonly hasDeletions: boolean } {
  const before = decodeStateVector(encodeStateVector(doc));
  let hasDeletions = false;
  const watch = ({ deleteSet }: Transaction): void => {
    hasDeletions ||= deleteSet.clients.size > 0;
  };
  doc.on('afterTransaction', watch);
  try {
    apply();
  } finally {
    doc.off('afterTransaction', watch);
  }
  const after = decodeStateVector(encodeStateVector(doc));
  const writers = [...after].flatMap(([client, reach]) => (reach > (before.get(client) ?? 0) ? [client] : []));
  return { writers, hasDeletions };
}
