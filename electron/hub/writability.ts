import { FailureError, type FailureType } from '../../shared/contract/failure.ts';
import type { StrategyEvent } from '../../shared/contract/events.ts';
import { StorageError } from '../storage/place.ts';
import type { StrategyFile } from '../storage/strategy-file.ts';

/** Why a strategy can only be read. */
export type FrozenReason = Extract<FailureType, 'file-read-only' | 'strategy-newer'>;

/** How often it is tried whether a full disk has room again, in milliseconds. */
const RETRY_EVERY = 10_000;

/** Whether the file of a strategy can be written to, which changes with its disk. */
export class Writability {
  readonly #file: StrategyFile;
  readonly #tell: (event: StrategyEvent) => void;
  #failure: string | null = null;
  #frozen: FrozenReason | null = null;
  #retrying: NodeJS.Timeout | undefined;

  /** @param tell Called when it has changed, with what the windows show of it. */
  constructor(file: StrategyFile, tell: (event: StrategyEvent) => void) {
    this.#file = file;
    this.#tell = tell;
  }

  /** Why nothing can be written at present, or null. */
  get failure(): string | null {
    return this.#failure;
  }

  get isFrozen(): boolean {
    return this.#frozen !== null;
  }

  /** What the windows show of it. */
  get event(): StrategyEvent {
    if (this.#frozen === 'file-read-only') return { type: 'storage', state: 'frozen', reason: '' };
    return this.#failure === null
      ? { type: 'storage', state: 'writable', reason: '' }
      : { type: 'storage', state: 'failed', reason: this.#failure };
  }

  /** Refuses all writing for good. */
  freeze(reason: FrozenReason): void {
    this.#frozen = reason;
  }

  assert(): void {
    if (this.#frozen !== null) throw new FailureError(this.#frozen, { file: this.#file.path });
    if (this.#failure !== null) throw new FailureError('storage-failed', { reason: this.#failure });
  }

  /**
   * Writes to the file.
   * @throws FailureError when it cannot be saved.
   */
  write<T>(change: () => T): T {
    this.assert();
    try {
      this.#file.assertInPlace();
      return change();
    } catch (error) {
      if (error instanceof FailureError) throw error;
      throw this.fail(error);
    }
  }

  /** Notices that the file is gone also when nobody writes. */
  look(): void {
    try {
      this.#file.assertInPlace();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Notes that something could not be written. @returns What to say of it to whoever wanted to write. */
  fail(error: unknown): FailureError {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (this.#failure !== reason) {
      this.#failure = reason;
      this.#tell(this.event);
      clearInterval(this.#retrying);
      if (!(error instanceof StorageError)) {
        this.#retrying = setInterval(() => this.#recover(() => this.#file.probe()), RETRY_EVERY).unref();
      }
    }
    return new FailureError('storage-failed', { reason });
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
      this.fail(error);
      return false;
    }
    clearInterval(this.#retrying);
    this.#failure = null;
    this.#tell(this.event);
    return true;
  }

  close(): void {
    clearInterval(this.#retrying);
  }
}
