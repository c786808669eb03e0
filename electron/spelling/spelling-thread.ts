import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { FailureError } from '../../shared/contract/failure.ts';
import { HUNSPELL_WASM, moduleUrl } from '../resources.ts';
import type { NumberedOrder, SpellingAnswer, SpellingOrder } from './spelling-worker.ts';

interface Waiting {
  readonly resolve: (words: readonly string[]) => void;
  readonly reject: (error: Error) => void;
}

/** A thread on which Hunspell runs, begun by the first order and again by the first after it has broken. */
export class SpellingThread {
  readonly #module: URL;
  #worker: Worker | undefined;
  #starting: Promise<unknown> | undefined;
  #number = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor(module = moduleUrl('spelling/spelling-worker')) {
    this.#module = module;
  }

  /** Whether there is a thread at present. Whatever it has been told goes with it. */
  get isRunning(): boolean {
    return this.#worker !== undefined;
  }

  /** Begins the thread, if there is none. @returns When it can be asked. */
  async start(): Promise<void> {
    await (this.#starting ??= this.#begin());
  }

  async #begin(): Promise<void> {
    const worker = new Worker(this.#module);
    // It holds nothing that has to be kept, so it keeps no process alive.
    worker.unref();
    this.#worker = worker;
    worker.on('message', (answer: SpellingAnswer) => this.#take(answer));
    worker.on('error', (error) => {
      console.error('The spell-check broke.', error);
      this.#end(worker);
    });
    worker.on('exit', () => this.#end(worker));
    // Read here and handed over, as the dictionaries are: the thread reads no files.
    await this.ask({ type: 'start', wasm: await readFile(HUNSPELL_WASM) });
  }

  /**
   * @returns The words of the answer.
   * @throws Error when Hunspell refuses; FailureError `spelling-failed` when the thread breaks over it.
   */
  ask(order: SpellingOrder): Promise<readonly string[]> {
    const worker = this.#worker;
    if (!worker) return Promise.reject(new FailureError('spelling-failed'));
    const number = ++this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      worker.postMessage({ ...order, number } satisfies NumberedOrder);
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    this.#end(worker);
    await worker.terminate();
  }

  #take({ number, words, error }: SpellingAnswer): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (error === null) waiting?.resolve(words);
    else waiting?.reject(new Error(error));
  }

  #end(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#starting = undefined;
    for (const { reject } of this.#waiting.values()) reject(new FailureError('spelling-failed'));
    this.#waiting.clear();
  }
}
