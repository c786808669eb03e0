import { setImmediate as nextTurn } from 'node:timers/promises';
import * as Y from 'yjs';

/** How long a document is to be quiet before it settles, and when it does so at the latest, in milliseconds. */
export const SETTLE_AFTER = 250;
export const SETTLE_AT_LATEST = 1000;

/** For each moment that settling takes, so many are left to whoever writes. */
const REST = 3;

export interface SettlingOptions {
  /** A document as it is open, if it is. */
  readonly find: (document: string) => Y.Doc | undefined;
  /** Fills a document with what is on disk. */
  readonly load: (document: string, doc: Y.Doc) => void;
  /** Brings up to date what is derived from a document; its updates are already on disk. */
  readonly derive: (document: string, doc: Y.Doc) => Promise<void>;
  /** Whether it is known why nothing can be derived at present. */
  readonly hasFailed: () => boolean;
}

/** What is derived from documents, brought up to date when they have been quiet for a moment. */
export class Settling {
  readonly #options: SettlingOptions;
  /** Documents that have changed since they last settled. */
  readonly #unsettled = new Set<string>();
  readonly #running = new Set<Promise<boolean>>();
  /** How many updates of a document are committed, or about to be, and not applied to it yet. */
  readonly #applying = new Map<string, number>();
  /** Until a document settles that nobody has open. */
  #quiet: NodeJS.Timeout | undefined;
  #isClosed = false;
  /** Resolves when the next document may settle in its turn. */
  #turns: Promise<void> = Promise.resolve();

  constructor(options: SettlingOptions) {
    this.#options = options;
  }

  /** Whether there is more to be brought up to date behind what is being so just now. */
  get isPending(): boolean {
    return this.#unsettled.size > 0;
  }

  /** Notes that an open document has changed; whoever has it open settles it when it is quiet. */
  note(document: string): void {
    this.#unsettled.add(document);
  }

  /** Notes that a document has changed on disk, whether or not somebody has it open, and settles it soon. */
  noteOnDisk(document: string): void {
    this.#unsettled.add(document);
    if (this.#isClosed) return;
    this.#quiet ??= setTimeout(() => {
      this.#quiet = undefined;
      void this.settle();
    }, SETTLE_AFTER).unref();
  }

  /** Notes that an update of a document is on its way to the file. @returns What to call when it is applied. */
  expect(document: string): () => void {
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
        // They may be many; whoever else wants something meanwhile has it.
        await nextTurn();
        if (this.#isClosed) return;
        if (!(await this.settleDocument(document, this.#options.find(document)))) tried.add(document);
      } else if (this.#running.size > 0) {
        await Promise.all(this.#running);
      } else {
        return;
      }
    }
  }

  /**
   * @param live The document as it is open, unless everybody has left it since it changed.
   * @returns Whether there is nothing left to do.
   */
  async settleDocument(document: string, live: Y.Doc | undefined): Promise<boolean> {
    if (this.#isClosed || !this.#unsettled.delete(document)) return true;
    const running = this.#derive(document, live);
    this.#running.add(running);
    const isSettled = await running;
    this.#running.delete(running);
    return isSettled;
  }

  /**
   * The same when it is its turn, with a rest behind it: where many sections are written in at once, nobody is to
   * wait for what is derived from them.
   */
  async settleInTurn(document: string, live: Y.Doc): Promise<void> {
    const before = this.#turns;
    const turn = Promise.withResolvers<void>();
    this.#turns = turn.promise;
    await before;
    const began = performance.now();
    await this.settleDocument(document, live);
    setTimeout(turn.resolve, (performance.now() - began) * REST).unref();
  }

  async #derive(document: string, live: Y.Doc | undefined): Promise<boolean> {
    const { load, derive, hasFailed } = this.#options;
    const doc = live ?? new Y.Doc();
    try {
      // What is derived is noted as being as new as the log, which it must not be ahead of the document.
      while (this.#applying.has(document)) await nextTurn();
      if (!live) load(document, doc);
      await derive(document, doc);
      return true;
    } catch (error) {
      // What is derived can wait, for a disk that is full as for anything else: the documents are
      // safe, readers see that what was derived is behind, and the next quiet moment tries again.
      this.#unsettled.add(document);
      if (!hasFailed()) console.error(`The document ${document} could not be settled.`, error);
      return false;
    } finally {
      if (!live) doc.destroy();
    }
  }

  /** Settles, and does so no more. */
  async close(): Promise<void> {
    clearTimeout(this.#quiet);
    await this.settle();
    this.#isClosed = true;
    clearTimeout(this.#quiet);
  }
}
