import * as Y from 'yjs';

/** Origin of this window's own edits outside the editor: tags, outline, decisions. */
export const LOCAL_EDIT = Symbol('local edit');

/** Edits closer together than this, in milliseconds, are one step. */
const CAPTURE_TIMEOUT = 500;

interface Tracked {
  readonly document: string;
  readonly manager: Y.UndoManager;
}

/** One step of the window: usually one document, several for what belongs together. */
type Entry = Tracked[];

/**
 * One undo stack for the window over the undo managers of its documents, which outlive the editor.
 * Only this window's own steps are on it; a colleague's are never undone.
 */
export class UndoStack {
  readonly #tracked = new Map<string, Tracked>();
  readonly #listeners = new Set<() => void>();
  #undo: Entry[] = [];
  #redo: Entry[] = [];
  #group: Entry | null = null;
  #replaying = false;
  /** Called after a step was undone or redone, with the documents it touched. */
  onReplay: (documents: readonly string[]) => void = () => {};

  /** Puts a document under undo. @param origins Transaction origins that count as own edits. */
  track(document: string, scope: Y.AbstractType<Y.YEvent<never>>[], origins: readonly unknown[]): Y.UndoManager {
    const existing = this.#tracked.get(document);
    if (existing) return existing.manager;
    const manager = new Y.UndoManager(scope, {
      trackedOrigins: new Set([LOCAL_EDIT, ...origins]),
      captureTimeout: CAPTURE_TIMEOUT,
      deleteFilter: holdsNothing,
    });
    const tracked = { document, manager };
    this.#tracked.set(document, tracked);
    manager.on('stack-item-added', ({ type }: { type: 'undo' | 'redo' }) => {
      if (type === 'undo' && !this.#replaying) this.#push(tracked);
    });
    return manager;
  }

  /** Lets go of a document in which there is nothing to undo. */
  untrack(document: string): void {
    this.#tracked.get(document)?.manager.destroy();
    this.#tracked.delete(document);
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Whether what is changing just now is a step that is undone or redone. */
  get isReplaying(): boolean {
    return this.#replaying;
  }

  /** Makes everything that `change` does, in whatever documents, one step. */
  group<T>(change: () => T): T {
    if (this.#group) return change();
    this.#stopCapturing();
    this.#group = [];
    try {
      return change();
    } finally {
      const entry = this.#group;
      this.#group = null;
      if (entry.length > 0) this.#add(entry);
      this.#stopCapturing();
    }
  }

  undo(): boolean {
    return this.#replay(this.#undo, this.#redo, (manager) => manager.undo(), 'undoStack');
  }

  redo(): boolean {
    return this.#replay(this.#redo, this.#undo, (manager) => manager.redo(), 'redoStack');
  }

  /** Tells `listener` whenever there is more or less to undo. @returns How to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #push(tracked: Tracked): void {
    if (this.#group) {
      if (!this.#group.includes(tracked)) this.#group.push(tracked);
      return;
    }
    // A step in another document ends the one before: the order of steps is the order of edits.
    const last = this.#undo.at(-1);
    if (last && !last.includes(tracked)) for (const { manager } of last) manager.stopCapturing();
    this.#add([tracked]);
  }

  #add(entry: Entry): void {
    this.#undo.push(entry);
    for (const { manager } of this.#redo.flat()) manager.clear(false, true);
    this.#redo = [];
    this.#notify();
  }

  #replay(
    from: Entry[],
    to: Entry[],
    step: (manager: Y.UndoManager) => unknown,
    stack: 'undoStack' | 'redoStack',
  ): boolean {
    const entry = from.pop();
    if (!entry) return false;
    this.#replaying = true;
    try {
      for (const { manager } of entry.toReversed()) step(manager);
    } finally {
      this.#replaying = false;
    }
    to.push(entry);
    // A step that no longer changes anything makes Yjs take back the one before it, too.
    for (const tracked of entry) dropMissing(from, tracked, tracked.manager[stack].length);
    this.onReplay(entry.map(({ document }) => document));
    this.#notify();
    return true;
  }

  #stopCapturing(): void {
    for (const { manager } of this.#tracked.values()) manager.stopCapturing();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }

  destroy(): void {
    for (const { manager } of this.#tracked.values()) manager.destroy();
    this.#tracked.clear();
  }
}

/**
 * Undo takes away what one has inserted, but not a paragraph in which others have written since, nor
 * the id that it was made with.
 */
function holdsNothing({ content, parent, parentSub, left }: Y.Item): boolean {
  if (parentSub === 'id' && left === null && parent instanceof Y.XmlElement) return parent._length === 0;
  if (!(content instanceof Y.ContentType)) return true;
  const { type } = content;
  return !(type instanceof Y.XmlElement || type instanceof Y.XmlText) || type._length === 0;
}

function dropMissing(entries: Entry[], tracked: Tracked, left: number): void {
  let known = entries.filter((entry) => entry.includes(tracked)).length;
  for (let index = entries.length - 1; index >= 0 && known > left; index--) {
    if (!entries[index]!.includes(tracked)) continue;
    entries.splice(index, 1);
    known--;
  }
}
