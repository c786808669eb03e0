/** What every runtime of this layer has in common, and the compiler's libraries for none declare. */
declare const crypto: {
  getRandomValues<T extends Uint8Array | Uint32Array>(array: T): T;
};
declare function fetch(
  address: string,
  request: { method: 'POST'; headers: Readonly<Record<string, string>>; body: string },
): Promise<{ readonly ok: boolean; readonly status: number; json(): Promise<unknown> }>;
