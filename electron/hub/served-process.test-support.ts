import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import * as Y from 'yjs';
import { SYNC_PROTOCOL } from '../../shared/contract/sync-protocol.ts';
import { carryDevice } from '../../shared/document/client-id.ts';
import { ROOT } from '../resources.ts';

/** A workspace process as a user starts it, and a session with it. */
export interface ServedProcess {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly strategy: string;
  readonly token: string;
}

export const cliPath = join(ROOT, 'electron', 'cli.ts');

/** Starts `serve` on a file with a profile of its own, and trades its address for a session. */
export async function serveFile(file: string, home: string, cli = cliPath): Promise<ServedProcess> {
  const child = spawn(process.execPath, [cli, 'serve', file, '--no-open', '--json'], {
    env: { ...process.env, VALLETTA_HOME: home, VALLETTA_DOCUMENTS: join(home, 'documents') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The process ended with ${String(code)}.`))),
  ])) as [string];
  const url = new URL((JSON.parse(line) as { url: string }).url);
  const key = new URLSearchParams(url.hash.slice(1)).get('key');
  const response = await fetch(`${url.origin}/session`, { method: 'POST', body: JSON.stringify({ key }) });
  const { token } = (await response.json()) as { token: string };
  return { child, origin: url.origin, strategy: url.pathname.split('/')[2]!, token };
}

/** Ends a process without any warning. */
export async function kill({ child }: ServedProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** A participant on a real socket, with a replica of one document. */
export class Peer {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly #socket: HocuspocusProviderWebsocket;

  constructor({ origin, strategy, token }: ServedProcess, document: string, device: number, doc = new Y.Doc()) {
    this.doc = carryDevice(doc, device);
    this.#socket = new HocuspocusProviderWebsocket({
      url: `${origin.replace(/^http/, 'ws')}/sync/${strategy}`,
      WebSocketPolyfill: class extends WebSocket {
        constructor(url: string) {
          super(url, [SYNC_PROTOCOL, token]);
        }
      },
    });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.#socket,
      name: document,
      document: this.doc,
      awareness: null,
    });
    this.provider.attach();
  }

  /** Resolves when the process's state has arrived and everything of ours is acknowledged. */
  async synced(): Promise<void> {
    if (!this.provider.isSynced) await new Promise<void>((resolve) => this.provider.on('synced', () => resolve()));
    await this.acknowledged();
  }

  async acknowledged(): Promise<void> {
    if (this.provider.unsyncedChanges === 0) return;
    await new Promise<void>((resolve) => {
      this.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
        if (number === 0) resolve();
      });
    });
  }

  close(): void {
    this.provider.destroy();
    this.#socket.destroy();
  }
}
