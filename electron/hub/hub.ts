import { Hocuspocus, type Document } from '@hocuspocus/server';
import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { removeAwarenessStates, type Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { FailureError } from '../../shared/contract/failure.ts';
import type { StrategyEvent } from '../../shared/contract/events.ts';
import { carryDevice } from '../../shared/document/client-id.ts';
import {
  isDocumentName,
  OUTLINE,
  sectionDocument,
  sectionOfComments,
  sectionOfDocument,
} from '../../shared/document/layout.ts';
import { readOutline } from '../../shared/document/outline.ts';
import { GroupCommit } from '../storage/group-commit.ts';
import type { Author, StrategyFile } from '../storage/strategy-file.ts';
import { assertHonest } from './foreign-updates.ts';
import { parseUpdate, type ParsedUpdate } from './parse-update.ts';
import { vouchFor } from './presences.ts';
import { SETTLE_AFTER, SETTLE_AT_LATEST, Settling } from './settling.ts';
import { Writability, type FrozenReason } from './writability.ts';

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
  /** What to say to a message that another device sends; null for one that asks for nothing. */
  readonly answer?: (message: string) => Promise<string | null>;
}

interface Connected extends ConnectionContext {
  /** Ends the whole connection, for what no honest device sends. Nothing ends this process's own. */
  readonly expel?: () => void;
  /** Yjs client ids of the windows that it has told of, and that are not gone. */
  readonly windows: Set<number>;
}

/** A document that is kept in step with another machine's. */
export interface FollowedDocument {
  readonly doc: Y.Doc;
  /** Who is where; told of in the outline alone. */
  readonly awareness: Awareness;
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
/** How long a window may say nothing before it is taken for gone, in milliseconds; it asks far more often. */
const SILENT_FOR = 180_000;
/** Far above the 100 or so documents of a large strategy; the default would refuse them. */
const MAX_PENDING_DOCUMENTS = 1000;

/**
 * The documents of one strategy and everyone who is connected to them. An update is committed
 * before it is applied, acknowledged or shown to anybody else.
 */
export class Hub {
  readonly #file: StrategyFile;
  readonly #commit: GroupCommit;
  readonly #hocuspocus: Hocuspocus<Connected>;
  readonly #settling: Settling;
  readonly #writability: Writability;
  /** Which documents the person's own windows, and this process, may change. */
  readonly mayWrite: HubOptions['mayWrite'];

  constructor({ file, mayWrite, onSettled }: HubOptions) {
    this.#file = file;
    this.#commit = new GroupCommit(file);
    this.mayWrite = mayWrite;
    this.#writability = new Writability(file, (event) => this.broadcast(event));
    this.#settling = new Settling({
      find: (document) => this.#hocuspocus.documents.get(document),
      load: (document, doc) => file.load(document, doc),
      derive: onSettled,
      hasFailed: () => this.failure !== null,
    });
    this.#hocuspocus = new Hocuspocus<Connected>({
      quiet: true,
      debounce: SETTLE_AFTER,
      maxDebounce: SETTLE_AT_LATEST,
      timeout: SILENT_FOR,
      maxPendingDocuments: MAX_PENDING_DOCUMENTS,
      onAuthenticate: async ({ documentName, context: { rights } }) => {
        const commented = sectionOfComments(documentName);
        const needed = commented === null ? documentName : sectionDocument(commented);
        if (!isDocumentName(documentName) || !(rights === null || rights.mayCreate() || (await this.#exists(needed))))
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
        const isForProcess = sectionOfComments(documentName) !== null;
        connection.readOnly =
          isForProcess || this.isFrozen || this.failure !== null || !(rights ?? this).mayWrite(documentName);
        if (connection.readOnly) return;
        const applied = this.#settling.expect(documentName);
        try {
          await this.#commit.append({
            document: documentName,
            data: payload,
            author: context.author,
            at: Date.now(),
            clients: update.clients,
          });
        } catch (error) {
          this.#writability.fail(error);
          connection.readOnly = true;
        } finally {
          // It is applied when this hook has returned, in the same turn.
          setImmediate(applied);
        }
      },
      beforeHandleAwareness: async ({ documentName, states, context }) => {
        if (documentName !== OUTLINE || !context) return states.clear();
        if (vouchFor(states, context.author, context.windows)) return;
        context.expel?.();
        states.clear();
      },
      // Whoever comes later was not there when it was told.
      connected: async ({ documentName, connection }) => {
        if (documentName === OUTLINE) connection.sendStateless(JSON.stringify(this.#writability.event));
      },
      // Windows ask now and then whether the process is there; other devices ask for comments.
      onStateless: async ({ connection, payload }) => {
        // The library waits for nobody here: what is thrown would end the process.
        const answer = await this.#answer(connection.context as Connected, payload);
        if (answer !== null) return connection.sendStateless(answer);
        this.#writability.look();
        connection.sendStateless(JSON.stringify({ type: 'alive' } satisfies StrategyEvent));
      },
      onChange: async ({ documentName }) => {
        this.#settling.note(documentName);
      },
      onStoreDocument: async ({ documentName, document }) => {
        await this.#settling.settleInTurn(documentName, document);
      },
    });
  }

  /** Why nothing can be written at present, or null. */
  get failure(): string | null {
    return this.#writability.failure;
  }

  /** Whether there is more to be brought up to date behind what is being so just now. */
  get isSettling(): boolean {
    return this.#settling.isPending;
  }

  get isFrozen(): boolean {
    return this.#writability.isFrozen;
  }

  /**
   * Refuses all writing for good: to a file that may not be written, and to a strategy of a newer version,
   * whose text an older one would damage by not knowing what it holds.
   */
  freeze(reason: FrozenReason): void {
    this.#writability.freeze(reason);
  }

  /** Whether anybody has a document open. */
  isOpen(document: string): boolean {
    return this.#hocuspocus.documents.has(document);
  }

  /** Takes over a WebSocket that has been let in. */
  connect(socket: WebSocket, request: IncomingMessage, context: ConnectionContext): void {
    const windows = new Set<number>();
    const connection = this.#hocuspocus.handleConnection(
      socket,
      new Request(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`),
      { ...context, expel: () => socket.terminate(), windows },
    );
    socket.on('message', (data: Buffer) => connection.handleMessage(new Uint8Array(data)));
    socket.on('close', (code, reason) => {
      connection.handleClose({ code, reason: reason.toString() });
      // The library forgets those that had gone and come back.
      const outline = this.#hocuspocus.documents.get(OUTLINE);
      if (outline) removeAwarenessStates(outline.awareness, [...windows], null);
    });
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
    const draft = carryDevice(new Y.Doc(), author.device);
    try {
      const open = this.#hocuspocus.documents.get(document);
      if (open) Y.applyUpdate(draft, Y.encodeStateAsUpdate(open));
      else this.#file.load(document, draft);
      const before = Y.encodeStateVector(draft);
      let changed = false;
      draft.on('update', () => (changed = true));
      const result = change(draft);
      if (!changed) return result;
      const data = Y.encodeStateAsUpdate(draft, before);
      const applied = this.#settling.expect(document);
      try {
        await this.#commitOwn(document, data, author, draft.clientID);
        // Whoever opens it just now may have read the file before.
        await this.#hocuspocus.loadingDocuments.get(document)?.catch(() => {});
        const live = this.#hocuspocus.documents.get(document);
        if (live) Y.applyUpdate(live, data, { source: 'local' });
        // Also where it is open: it may have been read with the change, and then nothing has changed there.
        this.#settling.noteOnDisk(document);
      } finally {
        applied();
      }
      return result;
    } finally {
      draft.destroy();
    }
  }

  async #answer({ answer }: Connected, message: string): Promise<string | null> {
    try {
      return (await answer?.(message)) ?? null;
    } catch (error) {
      console.error('A message could not be answered.', error);
      return null;
    }
  }

  /** Also a section that the outline names, before anybody has written in it. */
  async #exists(document: string): Promise<boolean> {
    if (this.isOpen(document) || this.#file.lastSeq(document) > 0) return true;
    const section = sectionOfDocument(document);
    const { sections, deleted } = await this.read(OUTLINE, readOutline);
    return [...sections, ...deleted].some(({ id }) => id === section);
  }

  /** Opens a document to keep it in step with another machine's, whose changes are committed before they are applied. */
  async follow(document: string): Promise<FollowedDocument> {
    const nobody: Author = { device: 0, name: '', organisation: '' };
    const direct = await this.#hocuspocus.openDirectConnection(document, {
      author: nobody,
      rights: null,
      windows: new Set(),
    });
    const doc = direct.document as Document;
    return {
      doc,
      awareness: doc.awareness,
      commit: async (data, authorOf) => {
        const { isEmpty, clients } = parseUpdate(data);
        if (isEmpty) return () => {};
        this.#writability.assert();
        const applied = this.#settling.expect(document);
        const authors = new Map(clients.map((client) => [client, authorOf(client)]));
        const author = authors.get(clients[0] ?? -1) ?? nobody;
        try {
          await this.#commit.append({ document, data, author, at: Date.now(), clients, authors });
        } catch (error) {
          applied();
          this.#writability.fail(error);
          throw error;
        }
        return applied;
      },
      release: () => void direct.disconnect({ unloadImmediately: false }),
    };
  }

  async #commitOwn(document: string, data: Uint8Array, author: Author, client: number): Promise<void> {
    this.#writability.assert();
    if (!this.mayWrite(document)) throw new FailureError('not-granted');
    try {
      await this.#commit.append({ document, data, author, at: Date.now(), clients: [client] });
    } catch (error) {
      throw this.#writability.fail(error);
    }
  }

  /**
   * Writes to the file beside the documents.
   * @throws FailureError when it cannot be saved.
   */
  write<T>(change: () => T): T {
    return this.#writability.write(change);
  }

  /**
   * Brings everything that is derived from the documents up to date, without waiting for quiet: also
   * what settling itself changes.
   */
  settle(): Promise<void> {
    return this.#settling.settle();
  }

  /** Tells everyone connected to the outline. */
  broadcast(event: StrategyEvent): void {
    this.#hocuspocus.documents.get(OUTLINE)?.broadcastStateless(JSON.stringify(event));
  }

  /** Tries to write again, because somebody has asked for it. @returns Whether it works. */
  retry(): boolean {
    return this.#writability.retry();
  }

  /** Commits what is waiting, settles, and lets go of all connections. */
  async close(): Promise<void> {
    this.#commit.flush();
    await this.#settling.close();
    this.#writability.close();
    this.#hocuspocus.closeConnections();
  }
}
