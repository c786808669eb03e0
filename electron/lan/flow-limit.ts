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

/** Milliseconds. */
type Clock = () => number;

const usualClock: Clock = () => performance.now();

/** What is left of an allowance, which grows with time. */
class Budget {
  readonly #allowance: Allowance;
  readonly #clock: Clock;
  #at: number;
  #left: number;

  constructor(allowance: Allowance, clock: Clock) {
    this.#allowance = allowance;
    this.#clock = clock;
    this.#at = clock();
    this.#left = allowance.burst;
  }

  /** @returns Whether that much is within what may come. */
  take(amount: number): boolean {
    const { burst, perSecond } = this.#allowance;
    const now = this.#clock();
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond) - amount;
    this.#at = now;
    return this.#left >= 0;
  }
}

/** Counts what comes over one connection. */
export class FlowLimit {
  readonly #messages: Budget;
  readonly #bytes: Budget;

  constructor(clock = usualClock) {
    this.#messages = new Budget(MESSAGES, clock);
    this.#bytes = new Budget(BYTES, clock);
  }

  /** @param bytes Of the message. @returns Whether it is within what may come. */
  count(bytes: number): boolean {
    const isFew = this.#messages.take(1);
    return this.#bytes.take(bytes) && isFew;
  }
}

/** Counts what a device asks to be written, over all its connections. */
export class CommentLimit {
  readonly #comments: Budget;

  constructor(clock = usualClock) {
    this.#comments = new Budget(COMMENTS, clock);
  }

  /** @returns Whether one more is within what may come. */
  count(): boolean {
    return this.#comments.take(1);
  }
}
