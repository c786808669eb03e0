import { HocuspocusProvider } from '@hocuspocus/provider';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { eventSchema, type StrategyEvent } from '../../shared/contract/events.ts';
import { type Client, type StrategyMethods } from '../../shared/contract/methods.ts';
import { strategyClient } from '../../shared/contract/client.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import { carryDevice } from '../../shared/document/client-id.ts';
import { contentOf, OUTLINE, sectionDocument, tagsOf } from '../../shared/document/layout.ts';
import { moveBlockToSection } from '../../shared/document/move-block.ts';
import { outlineScope } from '../../shared/document/outline.ts';
import { Pictures } from './pictures.ts';
import { Presences } from './presences.ts';
import { ProcessSocket } from './process-socket.ts';
import { LOCAL_EDIT, UndoStack } from './undo-stack.ts';

/** How often the process is asked whether it is there, in milliseconds. */
const ASK_EVERY = 20_000;

/** How long everything must have been on disk before that is told, in milliseconds. */
const SAVED_FOR = 400;

/**
 * How long what is typed may wait to be sent with what follows it, in milliseconds. A colleague does
 * not see it, a slow disk is asked to commit ten times a second instead of at every key, and whoever
 * types is not kept busy with answers. Until it is sent and acknowledged it counts as unsaved.
 */
const SEND_AFTER = 100;

/** Whether what was typed is on disk. "Saved" is the process's acknowledgement, nothing less. */
export type SaveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly changes: number }
  /** The process does not answer; what was typed since is kept in this window only. */
  | { readonly kind: 'disconnected'; readonly changes: number }
  /** The file may not be written, and nothing can be typed. */
  | { readonly kind: 'read-only' }
  /** The file cannot be written; what was typed since is kept in this window only. */
  | { readonly kind: 'failed'; readonly reason: string; readonly changes: number };

/** A document of the strategy as this window holds it. */
export interface OpenDocument {
  readonly name: string;
  readonly doc: Y.Doc;
  /**
   * Resolves when the process's state has arrived.
   * @throws FailureError when the process cannot read the document; opening it again tries again.
   */
  readonly whenSynced: Promise<void>;
}

interface Connected extends OpenDocument {
  readonly provider: HocuspocusProvider;
}

export interface ConnectionOptions {
  readonly strategy: string;
  readonly token: string;
  /** Device number for Yjs client ids. */
  readonly device: number;
}

/** Connections of this window, also those that are only waiting for what was typed to be on disk. */
const connections = new Set<StrategyConnection>();

/** Whether this window holds changes that are on no disk, in whatever strategy. */
export function windowHoldsUnsaved(): boolean {
  return [...connections].some(({ holdsUnsaved }) => holdsUnsaved);
}

/** Resolves when everything typed in this window is on disk, or at once when that cannot be at present. */
export async function whenWindowSaved(): Promise<void> {
  await Promise.all([...connections].map((connection) => connection.whenSaved()));
}

/** This window's documents of one strategy, over one socket to the process. */
export class StrategyConnection {
  readonly strategy: string;
  readonly token: string;
  readonly client: Client<StrategyMethods>;
  readonly undo = new UndoStack();
  readonly outline: OpenDocument;
  readonly pictures: Pictures;
  readonly presences: Presences;
  readonly #device: number;
  readonly #socket: ProcessSocket;
  readonly #documents = new Map<string, Connected>();
  readonly #eventListeners = new Set<(event: StrategyEvent) => void>();
  readonly #openListeners = new Set<(name: string, doc: Y.Doc) => void>();
  readonly #saveListeners = new Set<(state: SaveState) => void>();
  #isConnected = false;
  #wasConnected = false;
  #failure: string | null = null;
  #isFrozen = false;
  #reported: SaveState | null = null;
  #savedTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #asking: ReturnType<typeof setInterval>;
  /** Documents in which this window has changed something that is not acknowledged. */
  readonly #edited = new Set<string>();
  #isLeaving = false;

  constructor({ strategy, token, device }: ConnectionOptions) {
    this.strategy = strategy;
    this.token = token;
    this.#device = device;
    this.client = strategyClient({ origin: '', token }, strategy);
    this.pictures = new Pictures(strategy, token);
    this.#socket = new ProcessSocket(strategy, token);
    this.#socket.on('status', ({ status }: { status: string }) => {
      this.#isConnected = status === 'connected';
      if (this.#isConnected && this.#wasConnected) this.pictures.lookAgain();
      this.#wasConnected ||= this.#isConnected;
      this.#reportSaveState();
    });
    const doc = carryDevice(new Y.Doc(), device);
    this.presences = new Presences(doc, device);
    const outline = this.#connect(OUTLINE, doc, this.presences.awareness);
    this.presences.follow(outline.provider);
    this.outline = outline;
    this.undo.track(OUTLINE, outlineScope(outline.doc), []);
    outline.provider.on('stateless', ({ payload }: { payload: string }) => this.#receive(payload));
    this.#asking = setInterval(() => {
      if (this.#isConnected) outline.provider.sendStateless('');
    }, ASK_EVERY);
    connections.add(this);
  }

  /** Opens a section's document, or finds it open. It stays open, and undoable, with the window. */
  openSection(section: string): OpenDocument {
    const name = sectionDocument(section);
    const document = this.#documents.get(name) ?? this.#connect(name);
    const scope = [contentOf(document.doc), tagsOf(document.doc)] as unknown as Y.AbstractType<Y.YEvent<never>>[];
    this.undo.track(document.name, scope, [ySyncPluginKey]);
    return document;
  }

  /** Changes the outline on this window's account. */
  editOutline(change: (doc: Y.Doc) => void): void {
    const { doc } = this.outline;
    doc.transact(() => change(doc), LOCAL_EDIT);
  }

  /** Changes a section that is open on this window's account. */
  editSection(section: string, change: (doc: Y.Doc) => void): void {
    const { doc } = this.openSection(section);
    doc.transact(() => change(doc), LOCAL_EDIT);
  }

  /** Moves blocks to another section, both being open. */
  moveBlocks(from: string, to: string, blocks: readonly string[]): void {
    const [source, target] = [from, to].map((section) => this.openSection(section).doc) as [Y.Doc, Y.Doc];
    for (const block of blocks) moveBlockToSection(source, target, block, LOCAL_EDIT);
  }

  /** The undo manager of a section that is open. */
  undoManagerOf(section: string): Y.UndoManager {
    const document = this.openSection(section);
    return this.undo.track(document.name, [], []);
  }

  /** Tells `listener` of every document whose state has arrived here, and of each that will. */
  onOpen(listener: (name: string, doc: Y.Doc) => void): () => void {
    this.#openListeners.add(listener);
    for (const { name, doc, provider } of this.#documents.values()) if (provider.isSynced) listener(name, doc);
    return () => this.#openListeners.delete(listener);
  }

  onEvent(listener: (event: StrategyEvent) => void): () => void {
    this.#eventListeners.add(listener);
    return () => this.#eventListeners.delete(listener);
  }

  onSaveState(listener: (state: SaveState) => void): () => void {
    this.#saveListeners.add(listener);
    listener(this.saveState);
    return () => this.#saveListeners.delete(listener);
  }

  /** Resolves when everything typed so far is on disk, or at once when that cannot be at present. */
  async whenSaved(): Promise<void> {
    if (this.saveState.kind !== 'saving') return;
    await new Promise<void>((resolve) => {
      const stop = this.onSaveState(({ kind }) => {
        if (kind === 'saving') return;
        queueMicrotask(() => stop());
        resolve();
      });
    });
  }

  /** Whether this window holds changes that are on no disk. */
  get holdsUnsaved(): boolean {
    return this.#edited.size > 0;
  }

  get saveState(): SaveState {
    let changes = 0;
    for (const { provider } of this.#documents.values()) changes += provider.unsyncedChanges;
    if (!this.#isConnected) return this.#wasConnected ? { kind: 'disconnected', changes } : { kind: 'connecting' };
    if (this.#isFrozen) return { kind: 'read-only' };
    if (this.#failure !== null) return { kind: 'failed', reason: this.#failure, changes };
    return changes === 0 ? { kind: 'saved' } : { kind: 'saving', changes };
  }

  #connect(
    name: string,
    doc: Y.Doc = carryDevice(new Y.Doc(), this.#device),
    awareness: Awareness | null = null,
  ): Connected {
    const provider = new HocuspocusProvider({
      websocketProvider: this.#socket,
      name,
      document: doc,
      flushDelay: SEND_AFTER,
      awareness,
    });
    provider.on('open', () => this.#socket.drop(provider));
    let hasArrived = false;
    const whenSynced = new Promise<void>((resolve, reject) => {
      provider.on('synced', () => {
        hasArrived = true;
        resolve();
      });
      provider.on('authenticationFailed', () => {
        reject(new FailureError('document-unreadable'));
        if (!hasArrived && !this.#edited.has(name)) this.#forget(name);
      });
    });
    whenSynced.then(
      () => {
        for (const listener of this.#openListeners) listener(name, doc);
      },
      () => {},
    );
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== provider) this.#edited.add(name);
    });
    provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (number === 0) this.#edited.delete(name);
      this.#reportSaveState();
      if (this.#isLeaving && !this.holdsUnsaved) queueMicrotask(() => this.close());
    });
    provider.attach();
    const connected = { name, doc, provider, whenSynced };
    this.#documents.set(name, connected);
    return connected;
  }

  #forget(name: string): void {
    const document = this.#documents.get(name);
    if (!document) return;
    this.#documents.delete(name);
    this.undo.untrack(name);
    document.provider.destroy();
    document.doc.destroy();
  }

  #receive(payload: string): void {
    const event = eventSchema.safeParse(JSON.parse(payload));
    if (!event.success) return;
    if (event.data.type === 'storage') {
      this.#isFrozen = event.data.state === 'frozen';
      if (this.#isFrozen) this.#reportSaveState();
      else this.#storageChanged(event.data.state === 'failed' ? event.data.reason : null);
    }
    if (event.data.type === 'pictures') this.pictures.tellCome(event.data.kept);
    for (const listener of this.#eventListeners) listener(event.data);
  }

  #storageChanged(failure: string | null): void {
    if (failure === this.#failure) return;
    this.#failure = failure;
    // What was refused meanwhile is sent again.
    if (failure === null) for (const { provider } of this.#documents.values()) sendAgain(provider);
    this.#reportSaveState();
  }

  /**
   * Tells of a change that a person would see. "Saving" is told at once, "saved" when it has held for
   * a moment: whoever goes on typing is told once that it is being saved, and once that it is.
   */
  #reportSaveState(): void {
    clearTimeout(this.#savedTimer);
    const state = this.saveState;
    if (state.kind === 'saved' && this.#reported?.kind === 'saving') {
      this.#savedTimer = setTimeout(() => this.#tell({ kind: 'saved' }), SAVED_FOR);
    } else if (
      state.kind !== this.#reported?.kind ||
      (state.kind !== 'saving' && !isSameState(state, this.#reported))
    ) {
      this.#tell(state);
    }
  }

  #tell(state: SaveState): void {
    this.#reported = state;
    for (const listener of this.#saveListeners) listener(state);
  }

  /**
   * Goes away from the strategy: closed at once, or as soon as everything is on disk. What is in this
   * window only must not be lost by looking at something else.
   * @returns Whether it is closed.
   */
  leave(): boolean {
    if (!this.holdsUnsaved) {
      this.close();
      return true;
    }
    this.#isLeaving = true;
    return false;
  }

  close(): void {
    connections.delete(this);
    clearInterval(this.#asking);
    clearTimeout(this.#savedTimer);
    this.undo.destroy();
    this.pictures.close();
    this.presences.destroy();
    for (const { provider, doc } of this.#documents.values()) {
      provider.destroy();
      doc.destroy();
    }
    this.#socket.destroy();
  }
}

/** Asks the process what it lacks, and counts on an answer for that and for what had not been sent yet. */
function sendAgain(provider: HocuspocusProvider): void {
  let hasSent = false;
  const note = (): void => {
    hasSent = true;
  };
  provider.on('outgoingMessage', note);
  provider.flushPendingUpdates();
  provider.off('outgoingMessage', note);
  provider.forceSync();
  if (hasSent) provider.incrementUnsyncedChanges();
}

function isSameState(a: SaveState, b: SaveState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
