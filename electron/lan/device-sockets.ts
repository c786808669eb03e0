import type { Socket } from 'node:net';

/** So many connections of one device at once; then the oldest goes, which is the one that nobody uses any more. */
const MOST = 16;

/** Which connections are of which device, from when it has shown its key. */
export class DeviceSockets {
  readonly #sockets = new Map<string, Set<Socket>>();
  readonly #fingerprints = new WeakMap<Socket, string>();

  add(fingerprint: string, socket: Socket): void {
    const sockets = this.#sockets.get(fingerprint) ?? new Set();
    this.#sockets.set(fingerprint, sockets.add(socket));
    this.#fingerprints.set(socket, fingerprint);
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0 && this.#sockets.get(fingerprint) === sockets) this.#sockets.delete(fingerprint);
    });
    const [oldest] = sockets;
    if (sockets.size <= MOST || !oldest) return;
    // At once: it is closed a moment later, when others may have come.
    sockets.delete(oldest);
    oldest.destroy();
  }

  /** @returns Null for a connection that has shown no key. */
  fingerprintOf(socket: Socket): string | null {
    return this.#fingerprints.get(socket) ?? null;
  }

  /** Cuts every connection of the device. */
  drop(fingerprint: string): void {
    for (const socket of this.#sockets.get(fingerprint) ?? []) socket.destroy();
  }

  close(): void {
    for (const fingerprint of this.#sockets.keys()) this.drop(fingerprint);
  }
}
