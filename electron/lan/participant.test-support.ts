import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { applicationClient, strategyClient, type ProcessAddress } from '../../shared/contract/client.ts';
import type { Client, StrategyMethods } from '../../shared/contract/methods.ts';
import { OpenFiles } from '../application/open-files.ts';
import { cliPath, Peer } from '../hub/served-process.test-support.ts';

/** What a process is started with: `host` for the machine that answers, `serve` for all others. */
type Face = readonly string[];

export interface ParticipantOptions {
  /** Where its profile is, and its file, if that is not named. */
  readonly folder: string;
  readonly name: string;
  readonly face: Face;
  /** How far its clock is from the others', in milliseconds. */
  readonly skew: number;
  readonly file?: string;
  /** What is run, if not the sources. */
  readonly cli?: string;
}

/** A machine with a profile and a file of its own, whose workspace process can be ended and started again. */
export class Participant {
  readonly name: string;
  readonly file: string;
  readonly #home: string;
  readonly #face: Face;
  readonly #skew: number;
  readonly #cli: string;
  #child: ChildProcess | null = null;
  #address: (ProcessAddress & { readonly strategy: string; readonly device: number }) | null = null;
  readonly #peers = new Map<string, Peer>();

  constructor({ folder, name, face, skew, file, cli = cliPath }: ParticipantOptions) {
    this.name = name;
    this.file = file ?? join(folder, `${name}.strategy`);
    this.#home = join(folder, `${name}-profile`);
    this.#face = face;
    this.#skew = skew;
    this.#cli = cli;
  }

  get isRunning(): boolean {
    return this.#child !== null;
  }

  /** Runs a command to its end. @returns What it prints as JSON. */
  async command<T>(...args: readonly string[]): Promise<T> {
    const child = this.#spawn([...args, '--json']);
    let output = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => (output += text));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`${this.name}: ${args.join(' ')} ended with ${code}.`);
    return JSON.parse(output) as T;
  }

  /** Starts the process, and resolves when it answers. */
  async start(): Promise<void> {
    const [command, ...options] = this.#face;
    const child = this.#spawn([command!, this.file, ...options, '--json']);
    await Promise.race([
      once(createInterface({ input: child.stdout! }), 'line'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`${this.name} ended with ${String(code)}.`))),
    ]);
    this.#child = child;
    const { url, token, strategy } = new OpenFiles(this.#home).find(this.file)!;
    const address = { origin: url, token };
    const { device } = await applicationClient(address).session({});
    this.#address = { ...address, strategy, device };
  }

  #spawn(args: readonly string[]): ChildProcess {
    const shift = `const{now}=Date,s=${this.#skew},D=Date;globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(now()+s)}static now(){return now()+s}}`;
    return spawn(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(shift)}`, this.#cli, ...args],
      {
        env: { ...process.env, VALLETTA_HOME: this.#home, VALLETTA_DOCUMENTS: join(this.#home, 'documents') },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
  }

  get pid(): number {
    return this.#child!.pid!;
  }

  get client(): Client<StrategyMethods> {
    return strategyClient(this.#address!, this.#address!.strategy);
  }

  /** A window of this machine on a document. */
  async window(document: string): Promise<Peer> {
    const open = this.#peers.get(document);
    if (open) return open;
    const { origin, token, strategy, device } = this.#address!;
    const peer = new Peer({ child: this.#child!, origin, strategy, token }, document, device);
    this.#peers.set(document, peer);
    await peer.synced();
    return peer;
  }

  /** Ends the process without any warning; what its windows had not been told is saved goes with them. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    for (const peer of this.#peers.values()) peer.close();
    this.#peers.clear();
  }
}
