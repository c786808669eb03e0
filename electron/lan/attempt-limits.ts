export interface AttemptLimitsOptions {
  /** So many attempts within `window` are let be; the next one is one too many. */
  readonly most: number;
  /** In milliseconds. */
  readonly window: number;
  /** So many sources are remembered at most. Past that the one not heard of for longest is forgotten. */
  readonly mostSources?: number;
  /** In milliseconds, and never goes back. */
  readonly clock?: () => number;
}

interface Attempts {
  readonly since: number;
  readonly count: number;
}

/**
 * Counts the attempts of each source, such as a remote address, within windows that begin at the
 * source's first attempt. It is about noise, not about guessing: nobody guesses a secret of 128 bits.
 */
export class AttemptLimits {
  readonly #most: number;
  readonly #window: number;
  readonly #mostSources: number;
  readonly #clock: () => number;
  /** In the order of the latest attempt. */
  readonly #sources = new Map<string, Attempts>();

  constructor({ most, window, mostSources = 4096, clock = () => performance.now() }: AttemptLimitsOptions) {
    this.#most = most;
    this.#window = window;
    this.#mostSources = mostSources;
    this.#clock = clock;
  }

  /** How many sources are remembered. */
  get size(): number {
    return this.#sources.size;
  }

  /** Counts an attempt. @returns Whether it is still within the limit. */
  count(source: string): boolean {
    const attempts = this.#current(source) ?? { since: this.#clock(), count: 0 };
    this.#sources.delete(source);
    // No higher than needed, so that counting goes on for ever.
    this.#sources.set(source, { since: attempts.since, count: Math.min(attempts.count, this.#most) + 1 });
    if (this.#sources.size > this.#mostSources) this.#sources.delete(this.#sources.keys().next().value!);
    return attempts.count < this.#most;
  }

  /** In milliseconds, until another attempt is within the limit; 0 when one is now. */
  wait(source: string): number {
    const attempts = this.#current(source);
    return attempts === undefined || attempts.count < this.#most ? 0 : attempts.since + this.#window - this.#clock();
  }

  #current(source: string): Attempts | undefined {
    const attempts = this.#sources.get(source);
    if (attempts === undefined || this.#clock() < attempts.since + this.#window) return attempts;
    this.#sources.delete(source);
    return undefined;
  }
}
