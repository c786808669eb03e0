import { randomBytes, timingSafeEqual } from 'node:crypto';

/** How long a one-time key may wait to be used, in milliseconds. */
const KEY_LIFETIME = 10 * 60 * 1000;

/**
 * Who may talk to the loopback server. An address carries a one-time key, which its first user
 * trades for a session's token; both are random, and die with the process.
 */
export class Sessions {
  readonly #keys = new Map<string, number>();
  readonly #tokens = new Set<string>();

  /** A key for one address. */
  issueKey(): string {
    const key = randomBytes(24).toString('base64url');
    this.#keys.set(key, Date.now() + KEY_LIFETIME);
    return key;
  }

  /** Trades a key for a token; null when it is unknown, used or too old. */
  redeem(key: string): string | null {
    const expires = this.#keys.get(key);
    this.#keys.delete(key);
    return expires !== undefined && expires >= Date.now() ? this.issueToken() : null;
  }

  issueToken(): string {
    const token = randomBytes(32).toString('base64url');
    this.#tokens.add(token);
    return token;
  }

  isValid(token: string | null | undefined): boolean {
    if (!token) return false;
    const given = Buffer.from(token);
    let valid = false;
    for (const known of this.#tokens) {
      const expected = Buffer.from(known);
      if (given.length === expected.length && timingSafeEqual(given, expected)) valid = true;
    }
    return valid;
  }
}
