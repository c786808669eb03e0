import { Hocuspocus, type Document } from '@hocuspocus/server';
import type { IncomingMessage } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { FailureError, type FailureType } from '../../shared/contract/failure.ts';
import type { StrategyEvent } from '../../shared/contract/events.ts';
import { carryDevice } from '../../shared/document/client-id.ts';
import { isDocumentName, OUTLINE } from '../../shared/document/layout.ts';
import { GroupCommit } from '../storage/group-commit.ts';
import { StorageError } from '../storage/place.ts';
import type { Author, StrategyFile } from '../storage/strategy-file.ts';
import { assertHonest } from './foreign-updates.ts';
import { parseUpdate, type ParsedUpdate } from './parse-update.ts';

/** Why a strategy can only be read. */
type FrozenReason = Extract<FailureType, 'file-read-only' | 'strategy-newer'>;

/** What a connection from another device may do. */
export interface Rights {
  /** The device; it may write with Yjs client ids that carry its number, and with no others. */
  readonly device: number;
  mayWrite(document: string): boolean;
  /** Whether it may make documents that are not there yet. */
  mayCreate(): boolean;
}

/** What a connection brings along. */
export interface ConnectionContext {
  readonly author: Author;
  /** Null for the person's own windows, which may do what this machine may. */
  readonly rights: Rights | null;
  /** Ends the whole connection, for what no honest device sends. */
  readonly expel?: () => void;
}

/** A document that is kept in step with another machine's. */
export interface FollowedDocument {
  readonly doc: Y.Doc;
  /**
   * Commits what came from the other machine, before it is applied.
   * @param authorOf Who wrote with a Yjs client id.
   * @returns What to call when it has been applied.
   * @throws Error when it cannot be saved, or is no update.
   */
  commit(update: Uint8Array, authorOf: (client: number) => Author): Promise<() => void>;
  release(): void;
}

export interface HubOptions {
  readonly file: StrategyFile;
  /** Which documents may be changed on this machine; all of them where it answers for the strategy. */
  readonly mayWrite: (document: string) => boolean;
  /** Called after a document has been quiet for a moment; its updates are already on disk. */
  readonly onSettled: (document: string, doc: Y.Doc) => Promise<void>;
}

const SYNC_STEP_1 = 0;
const SETTLE_AFTER = 250;
const SETTLE_AT_LATEST = 1000;
/** How long a window may say nothing before it is taken for gone, in milliseconds; it asks far more often. */
const SILENT_FOR = 180_000;
/** How often it is tried whether a full disk has room again, in milliseconds. */
const RETRY_EVERY = 10_000;
/** Far above the 100 or so documents of a large strategy; the default would refuse them. */
const MAX_PENDING_DOCUMENTS = 1000;

/**
 * The documents of one strategy and everyone who is connected to them. An update is committed
 * before it is applied, acknowledged or shown to anybody else.
 */
export class Hub {
  readonly #file: StrategyFile;
  readonly #commit: GroupCommit;
  readonly #hocuspocus: Hocuspocus<ConnectionContext>;
  /** Documents that have changed since they last settled. */
  readonly #unsettled = new Set<string>();
  readonly #settling = new Set<Promise<boolean>>();
  /** How many updates of a document are committed, or about to be, and not applied to it yet. */
  readonly #applying = new Map<string, number>();
  readonly #onSettled: HubOptions['onSettled'];
  /** Which documents the person's own windows, and this process, may change. */
  readonly mayWrite: HubOptions['mayWrite'];
  #failure: string | null = null;
  #retrying: NodeJS.Timeout | undefined;
  #frozen: FrozenReason | null = null;
  #isClosed = false;

  constructor({ file, mayWrite, onSettled }: HubOptions) {
    this.#file = file;
    this.#commit = new GroupCommit(file);
    this.#onSettled = onSettled;
    this.mayWrite = mayWrite;
    this.#hocuspocus = new Hocuspocus<ConnectionContext>({
      quiet: true,
      debounce: SETTLE_AFTER,
      maxDebounce: SETTLE_AT_LATEST,
      timeout: SILENT_FOR,
      maxPendingDocuments: MAX_PENDING_DOCUMENTS,
      onAuthenticate: async ({ documentName, context: { rights } }) => {
        const isThere = rights === null || rights.mayCreate() || this.#exists(documentName);
        if (!isDocumentName(documentName) || !isThere)
          throw new Error(`There is no document named ${JSON.stringify(documentName)}.`);
      },
      onLoadDocument: async ({ documentName, document }) => {
        file.load(documentName, document);
      },
      beforeSync: async ({ type, payload, connection, document, documentName, context }) => {
        if (type === SYNC_STEP_1) return;
        const { rights, expel } = context;
        let update: ParsedUpdate;
        try {
          update = parseUpdate(payload);
          if (rights) assertHonest(document, rights.device, update);
        } catch (error) {
          expel?.();
          throw error;
        }
        if (update.isEmpty) return;
        // A refused write is answered with "not applied": the client keeps it and says so.
        connection.readOnly = this.isFrozen || this.#failure !== null || !(rights ?? this).mayWrite(documentName);
        if (connection.readOnly) return;
        const applied = this.#expect(documentName);
        try {
          await this.#commit.append({
            document: documentName,
            data: payload,
            author: context.author,
            at: Date.now(),
            clients: update.clients,
          });
        } catch (error) {
          this.#fail(error);
          connection.readOnly = true;
        } finally {
          // It is applied when this hook has returned, in the same turn.
          setImmediate(applied);
        }
      },
      // Whoever comes later was not there when it was told.
      connected: async ({ documentName, connection }) => {
        if (documentName === OUTLINE) connection.sendStateless(JSON.stringify(this.#storageEvent()));
      },
      // Windows ask now and then whether the process is there; nothing else is said this way.
      onStateless: async ({ connection }) => {
        this.#look();
        connection.sendStateless(JSON.stringify({ type: 'alive' } satisfies StrategyEvent));
      },
      onChange: async ({ documentName }) => {
        this.#unsettled.add(documentName);
      },
      onStoreDocument: async ({ documentName, document }) => {
        await this.#settleDocument(documentName, document);
      },
    });
  }

  /** Why nothing can be written at present, or null. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Whether there is more to be brought up to date behind what is being so just now. */
  get isSettling(): boolean {
    return this.#unsettled.size > 0;
  }

  get isFrozen(): boolean {
    return this.#frozen !== null;
  }

  /**
   * Refuses all writing for good: to a file that may not be written, and to a strategy of a newer version,
   * whose text an older one would damage by not knowing what it holds.
   */
  freeze(reason: FrozenReason): void {
    this.#frozen = reason;
  }

  /** Takes over a WebSocket that has been let in. */
  connect(socket: WebSocket, request: IncomingMessage, context: ConnectionContext): void {
    const connection = this.#hocuspocus.handleConnection(
      socket,
      new Request(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`),
      { ...context, expel: () => socket.terminate() },
    );
    socket.on('message', (data: Buffer) => connection.handleMessage(new Uint8Array(data)));
    socket.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
    socket.on('error', () => socket.terminate());
  }

  /** A document as it stands, loaded for the time of `read`. */
  async read<T>(document: string, read: (doc: Y.Doc) => T): Promise<T> {
    const loaded = this.#hocuspocus.documents.get(document);
    if (loaded) return read(loaded);
    const doc = new Y.Doc();
    this.#file.load(document, doc);
    const result = read(doc);
    doc.destroy();
    return result;
  }

  /**
   * Changes a document on the process's own account. Like everybody else's, the change is committed
   * before it is applied and shown.
   * @throws FailureError when it cannot be saved; the document is then as it was.
   */
  async edit<T>(document: string, author: Author, change: (doc: Y.Doc) => T): Promise<T> {
    const direct = await this.#hocuspocus.openDirectConnection(document, { author, rights: null });
    try {
      const live = direct.document as Document;
      const draft = carryDevice(new Y.Doc(), author.device);
      Y.applyUpdate(draft, Y.encodeStateAsUpdate(live));
      const before = Y.encodeStateVector(draft);
      let changed = false;
      draft.on('update', () => (changed = true));
      const result = change(draft);
      if (!changed) return result;
      const data = Y.encodeStateAsUpdate(draft, before);
      const applied = this.#expect(document);
      try {
        await this.#commitOwn(document, data, author, draft.clientID);
        Y.applyUpdate(live, data, { source: 'local' });
      } finally {
        applied();
      }
      this.#unsettled.add(document);
      draft.destroy();
      return result;
    } finally {
      // Unloading waits for the document to settle; nobody needs to wait for that.
      void direct.disconnect({ unloadImmediately: false });
    }
  }

  #exists(document: string): boolean {
    return this.#hocuspocus.documents.has(document) || this.#file.lastSeq(document) > 0;
  }

  /** Opens a document to keep it in step with another machine's, whose changes are committed before they are applied. */
  async follow(document: string): Promise<FollowedDocument> {
    const nobody: Author = { device: 0, name: '', organisation: '' };
    const direct = await this.#hocuspocus.openDirectConnection(document, { author: nobody, rights: null });
    return {
      doc: direct.document as Document,
      commit: async (data, authorOf) => {
        const { isEmpty, clients } = parseUpdate(data);
        if (isEmpty) return () => {};
        this.#assertWritable();
        const applied = this.#expect(document);
        const authors = new Map(clients.map((client) => [client, authorOf(client)]));
        const author = authors.get(clients[0] ?? -1) ?? nobody;
        try {
          await this.#commit.append({ document, data, author, at: Date.now(), clients, authors });
        } catch (error) {
          applied();
          this.#fail(error);
          throw error;
        }
        return applied;
      },
      release: () => void direct.disconnect({ unloadImmediately: false }),
    };
  }

  async #commitOwn(document: string, data: Uint8Array, author: Author, client: number): Promise<void> {
    this.#assertWritable();
    if (!this.mayWrite(document)) throw new FailureError('not-granted');
    try {
      await this.#commit.append({ document, data, author, at: Date.now(), clients: [client] });
    } catch (error) {
      this.#fail(error);
      throw new FailureError('storage-failed', { reason: this.#failure! });
    }
  }

  /**
   * Writes to the file beside the documents.
   * @throws FailureError when it cannot be saved.
   */
  write<T>(change: () => T): T {
    this.#assertWritable();
    try {
      this.#file.assertInPlace();
      return change();
    } catch (error) {
      if (error instanceof FailureError) throw error;
      this.#fail(error);
      throw new FailureError('storage-failed', { reason: this.#failure! });
    }
  }

  #assertWritable(): void {
    if (this.#frozen !== null) throw new FailureError(this.#frozen, { file: this.#file.path });
    if (this.#failure !== null) throw new FailureError('storage-failed', { reason: this.#failure });
  }

  /** Notes that an update of a document is on its way to the file. @returns What to call when it is applied. */
  #expect(document: string): () => void {
    this.#applying.set(document, (this.#applying.get(document) ?? 0) + 1);
    return () => {
      const left = this.#applying.get(document)! - 1;
      if (left === 0) this.#applying.delete(document);
      else this.#applying.set(document, left);
    };
  }

  /**
   * Brings everything that is derived from the documents up to date, without waiting for quiet: also
   * what settling itself changes.
   */
  async settle(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      const document = [...this.#unsettled].find((candidate) => !tried.has(candidate));
      if (document !== undefined) {
        if (!(await this.#settleDocument(document, this.#hocuspocus.documents.get(document)))) tried.add(document);
      } else if (this.#settling.size > 0) {
        await Promise.all(this.#settling);
      } else {
        return;
      }
    }
  }

  /**
   * @param live The document as it is open, unless everybody has left it since it changed.
   * @returns Whether there is nothing left to do.
   */
  async #settleDocument(document: string, live: Y.Doc | undefined): Promise<boolean> {
    if (this.#isClosed || !this.#unsettled.delete(document)) return true;
    const settling = this.#derive(document, live);
    this.#settling.add(settling);
    const isSettled = await settling;
    this.#settling.delete(settling);
    return isSettled;
  }

  async #derive(document: string, live: Y.Doc | undefined): Promise<boolean> {
    const doc = live ?? new Y.Doc();
    try {
      // What is derived is noted as being as new as the log, which it must not be ahead of the document.
      while (this.#applying.has(document)) await nextTurn();
      if (!live) this.#file.load(document, doc);
      await this.#onSettled(document, doc);
      return true;
    } catch (error) {
      // What is derived can wait, for a disk that is full as for anything else: the documents are
      // safe, readers see that what was derived is behind, and the next quiet moment tries again.
      this.#unsettled.add(document);
      if (this.#failure === null) console.error(`The document ${document} could not be settled.`, error);
      return false;
    } finally {
      if (!live) doc.destroy();
    }
  }

  /** Tells everyone connected to the outline. */
  broadcast(event: StrategyEvent): void {
    this.#hocuspocus.documents.get(OUTLINE)?.broadcastStateless(JSON.stringify(event));
  }

  /** Notices that the file is gone also when nobody writes. */
  #look(): void {
    try {
      this.#file.assertInPlace();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (this.#failure === reason) return;
    this.#failure = reason;
    this.broadcast(this.#storageEvent());
    clearInterval(this.#retrying);
    if (error instanceof StorageError) return;
    this.#retrying = setInterval(() => this.#recover(() => this.#file.probe()), RETRY_EVERY).unref();
  }

  #storageEvent(): StrategyEvent {
    if (this.#frozen === 'file-read-only') return { type: 'storage', state: 'frozen', reason: '' };
    return this.#failure === null
      ? { type: 'storage', state: 'writable', reason: '' }
      : { type: 'storage', state: 'failed', reason: this.#failure };
  }

  /**
   * Tries to write again, because somebody has asked for it; only then is a file that is gone written
   * anew. If it works the windows are told, and send what they had kept back.
   */
  retry(): boolean {
    if (this.#frozen === 'file-read-only') return false;
    if (this.#failure === null) return true;
    return this.#recover(() => {
      this.#file.writeAnew();
      this.#file.probe();
    });
  }

  #recover(attempt: () => void): boolean {
    try {
      attempt();
    } catch (error) {
      this.#fail(error);
      return false;
    }
    clearInterval(this.#retrying);
    this.#failure = null;
    this.broadcast(this.#storageEvent());
    return true;
  }

  /** Commits what is waiting, settles, and lets go of all connections. */
  async close(): Promise<void> {
    this.#commit.flush();
    await this.settle();
    this.#isClosed = true;
    clearInterval(this.#retrying);
    this.#hocuspocus.closeConnections();
  }
}
