import { extractAll, listPackage, statFile } from '@electron/asar';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { build } from './build.mjs';
import { ROOT } from './root.mjs';

/** Stands before the fuses in Electron's program, so that whoever sets them finds them. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** The fuses of Electron 45 as it comes: version 1, and one character each. */
const FUSES_AS_DELIVERED = '101100011';

/** Puts a program where Electron's would be: it does nothing, and has fuses to set. */
function standInForElectron(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, FUSES_AS_DELIVERED.length])]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([wire, Buffer.from(FUSES_AS_DELIVERED)]));
  chmodSync(join(folder, 'electron'), 0o755);
  return folder;
}

/** The application as electron-builder packs it for this system, around a program that is not Electron's. */
export class PackedApplication {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Packs by the configuration of the project, with nothing fetched. */
  static async pack(folder: string): Promise<PackedApplication> {
    await build('renderer');
    await build('process');
    const electronDist = standInForElectron(join(folder, 'electron'));
    const cli = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
    const places = [`-c.electronDist=${electronDist}`, `-c.directories.output=${join(folder, 'packed')}`];
    await promisify(execFile)(process.execPath, [cli, '--linux', 'dir', '--publish', 'never', ...places], {
      cwd: ROOT,
    });
    return new PackedApplication(
      join(folder, 'packed', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`),
    );
  }

  get archive(): string {
    return join(this.#folder, 'resources', 'app.asar');
  }

  /** What is beside the archive as files. */
  get unpacked(): string {
    return `${this.archive}.unpacked`;
  }

  /** Which fuses are set, in their order: 1 is on and 0 is off. */
  get fuses(): string {
    const program = readFileSync(join(this.#folder, 'valletta-workbench'));
    const at = program.indexOf(SENTINEL) + SENTINEL.length + 2;
    return program.subarray(at, at + FUSES_AS_DELIVERED.length).toString('latin1');
  }

  /** The files of the archive, with `/` between folders. */
  files(): { readonly path: string; readonly bytes: number; readonly isUnpacked: boolean }[] {
    return listPackage(this.archive, { isPack: false }).flatMap((name) => {
      const entry = statFile(this.archive, name.slice(1));
      if (!('size' in entry)) return [];
      const isUnpacked = 'unpacked' in entry && entry.unpacked;
      return [{ path: name.slice(1).replaceAll('\\', '/'), bytes: entry.size, isUnpacked }];
    });
  }

  /** Takes the archive apart, so that a Node without Electron can run what is in it. */
  extract(folder: string): ExtractedApplication {
    extractAll(this.archive, folder);
    return new ExtractedApplication(folder);
  }
}

/** The files of the packed application, and nothing around them. */
export class ExtractedApplication {
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;

  constructor(folder: string) {
    this.#folder = folder;
    const home = `${folder}-home`;
    this.#env = { ...process.env, VALLETTA_HOME: join(home, 'profile'), VALLETTA_DOCUMENTS: join(home, 'documents') };
    // Nothing of the project may help out.
    delete this.#env['NODE_PATH'];
    delete this.#env['NODE_OPTIONS'];
  }

  /** Runs a command of the packed command line. @returns What it prints with `--json`. */
  async command(...args: readonly string[]): Promise<unknown> {
    return JSON.parse(await this.#run([join('dist', 'electron', 'cli.js'), ...args, '--json']));
  }

  /** Serves a file until the test is over. @returns The one-time address, and how to end it. */
  async serve(file: string): Promise<{ readonly url: URL; readonly end: () => Promise<void> }> {
    const args = [join('dist', 'electron', 'cli.js'), 'serve', file, '--no-open', '--json'];
    const child = spawn(process.execPath, args, {
      cwd: this.#folder,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const end = async (): Promise<void> => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    };
    return { url: new URL((JSON.parse(line) as { url: string }).url), end };
  }

  /**
   * Starts what Electron would start, with a module in the place of Electron that says that another process was there
   * first. Every module that the start needs is loaded then, and it quits.
   */
  async startMain(): Promise<string> {
    const electron = join(this.#folder, 'node_modules', 'electron', 'index.js');
    mkdirSync(dirname(electron), { recursive: true });
    const names = ['BrowserWindow', 'Menu', 'dialog', 'ipcMain', 'powerMonitor', 'screen', 'session', 'shell'];
    writeFileSync(
      electron,
      `exports.app = { enableSandbox() {}, setPath() {}, requestSingleInstanceLock: () => false, quit: () => console.log('quit') };
${names.map((name) => `exports.${name} = {};`).join('\n')}`,
    );
    writeFileSync(join(dirname(electron), 'package.json'), '{ "main": "index.js", "type": "commonjs" }');
    return this.#run([join('dist', 'electron', 'main.js')]);
  }

  async #run(args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: this.#folder, env: this.#env });
    return stdout;
  }
}
