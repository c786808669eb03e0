/** How much may come at once, and how much more each second. */
interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

/** Far above what a machine sends that comes back after weeks. */
const MESSAGES: Allowance = { burst: 20_000, perSecond: 500 };
const BYTES: Allowance = { burst: 256 * 1024 * 1024, perSecond: 4 * 1024 * 1024 };

/** Each is a change to the file. */
const COMMENTS: Allowance = { burst: 1000, perSecond: 20 };

/** Counts what comes over one connection. */
export class FlowLimit {
  readonly #clock: () => number;
  #at: number;
  #messages = MESSAGES.burst;
  #bytes = BYTES.burst;

  /** @param clock Milliseconds. */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
    this.#at = clock();
  }

  /** @param bytes Of the message. @returns Whether it is within what may come. */
  count(bytes: number): boolean {
    const now = this.#clock();
    const seconds = (now - this.#at) / 1000;
    this.#at = now;
    this.#messages = Math.min(MESSAGES.burst, this.#messages + seconds * MESSAGES.perSecond) - 1;
    this.#bytes = Math.min(BYTES.burst, this.#bytes + seconds * BYTES.perSecond) - bytes;
    return this.#messages >= 0 && this.#bytes >= 0;
  }
}

/** Counts what a device asks to be written, over all its connections. */
export class CommentLimit {
  readonly #clock: () => number;
  #at: number;
  #left = COMMENTS.burst;

  /** @param clock Milliseconds. */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
    this.#at = clock();
  }

  /** @returns Whether one more is within what may come. */
  count(): boolean {
    const now = this.#clock();
    this.#left = Math.min(COMMENTS.burst, this.#left + ((now - this.#at) / 1000) * COMMENTS.perSecond) - 1;
    this.#at = now;
    return this.#left >= 0;
  }
}
