import type { Socket } from 'node:net';

export interface WaitingRoomOptions {
  /** How long a connection may wait, in milliseconds, from when it was made. */
  readonly patience: number;
  readonly most: number;
  /** Of one remote address. */
  readonly mostOfAddress: number;
}

interface Waiting {
  readonly socket: Socket;
  readonly address: string;
  readonly timer: NodeJS.Timeout;
}

/**
 * Connections whose device has not been admitted. They have one deadline for everything, however slowly
 * they speak. When there are too many, those that have waited longest go: somebody honest is done within
 * a moment, so that others who only fill the room do not keep anybody out.
 */
export class WaitingRoom {
  readonly #options: WaitingRoomOptions;
  /** By the remote end, in the order in which they came. */
  readonly #waiting = new Map<string, Waiting>();

  constructor(options: WaitingRoomOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#waiting.size;
  }

  enter(socket: Socket): void {
    const end = remoteEnd(socket);
    const address = socket.remoteAddress;
    if (end === null || address === undefined) {
      socket.destroy();
      return;
    }
    this.#makeRoom(address);
    const timer = setTimeout(() => socket.destroy(), this.#options.patience);
    this.#waiting.set(end, { socket, address, timer });
    socket.once('close', () => {
      clearTimeout(timer);
      if (this.#waiting.get(end)?.socket === socket) this.#waiting.delete(end);
    });
  }

  /** @param socket The one that waits, or the encrypted one upon it. */
  admit(socket: Socket): void {
    const end = remoteEnd(socket) ?? '';
    clearTimeout(this.#waiting.get(end)?.timer);
    this.#waiting.delete(end);
  }

  close(): void {
    for (const { socket } of this.#waiting.values()) socket.destroy();
  }

  #makeRoom(address: string): void {
    const all = [...this.#waiting.values()];
    const ofAddress = all.filter((waiting) => waiting.address === address);
    if (ofAddress.length >= this.#options.mostOfAddress) this.#turnOut(ofAddress[0]!);
    else if (all.length >= this.#options.most) this.#turnOut(all[0]!);
  }

  #turnOut({ socket }: Waiting): void {
    this.admit(socket);
    socket.destroy();
  }
}

/** What tells a connection from all others of one listener; null when it is gone. */
function remoteEnd({ remoteAddress, remotePort }: Socket): string | null {
  return remoteAddress === undefined || remotePort === undefined ? null : `${remoteAddress} ${remotePort}`;
}
