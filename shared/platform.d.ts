/** What every runtime of this layer has in common, and the compiler's libraries for none declare. */
declare const crypto: {
  getRandomValues<T extends Uint8Array | Uint32Array>(array: T): T;
};
