import { createHash } from 'node:crypto';
import { HouseStyleFile } from './house-style-file.ts';
import { Backups } from './backups.ts';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { createStrategyHandlers } from '../contract/strategy-handlers.ts';
import { fileNameOf } from '../../shared/domain/file-name.ts';
import { Exporter } from '../exchange/exporter.ts';
import { runExportInWorker } from '../exchange/run-export-in-worker.ts';
import type { Profile } from '../profile/profile.ts';
import {
  readCopyNames,
  readFrameworks,
  readRecoveryLabels,
  readSample,
  readSampleFigures,
  readTemplates,
} from '../resources.ts';
import { Joinings } from './joinings.ts';
import { Sharing } from '../lan/sharing.ts';
import { Wordings } from '../frameworks/wordings.ts';
import { Spelling } from '../spelling/spelling.ts';
import { assetHash } from '../storage/assets.ts';
import { canonicalPath } from '../storage/canonical-path.ts';
import { asFailure, type SqliteDatabase } from '../storage/open-database.ts';
import { recover } from '../storage/recover.ts';
import { writeReplicaNote, type ReplicaNote } from '../storage/replica-note.ts';
import { StrategyFile, type Author } from '../storage/strategy-file.ts';
import { Workspace } from '../workspace/workspace.ts';
import type { StrategyEvent } from '../../shared/contract/events.ts';
import type { Client, StrategyMethods } from '../../shared/contract/methods.ts';
import type { StrategyEntry } from '../../shared/contract/workspace.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import { seedFromSample, seedFromTemplate } from '../../shared/document/seed.ts';
import type { Framework, TemplateId } from '../../shared/domain/framework.ts';
import type { Template } from '../../shared/domain/template.ts';

/** A strategy that this process has open. */
export interface OpenStrategy {
  /** Names the file on this machine; a copy of the file is another one. */
  readonly id: string;
  readonly workspace: Workspace;
  readonly handlers: Client<StrategyMethods>;
  readonly exporter: Exporter;
  readonly sharing: Sharing;
}

export interface NewStrategy {
  readonly title: string;
  readonly template: TemplateId;
  /** Language of the document, BCP 47. */
  readonly locale?: string | undefined;
}

export interface ApplicationOptions {
  readonly profile: Profile;
  /** Exports run on a thread of their own. Off for commands, where nobody is typing. */
  readonly offThread: boolean;
  /** Strategies of other machines are kept in step with them. Off for commands, which say when. */
  readonly keepsInStep?: boolean;
  /** Strategies that are changed are copied now and then. Off for commands, each of which is over at once. */
  readonly keepsBackups?: boolean;
}

const RECENT_LENGTH = 20;

/** The file is closed again when it cannot be opened as a strategy, so that it can be tried once more. */
function openWorkspace(file: StrategyFile, author: (as?: string) => Author): Workspace {
  try {
    return new Workspace(file, author);
  } catch (error) {
    file.close();
    throw error;
  }
}

async function closeStrategy({ workspace, exporter, sharing }: OpenStrategy): Promise<void> {
  exporter.close();
  await sharing.close();
  await workspace.close();
}

/** Damage may come to light at any time after a file was opened. */
function withStorageFailures(handlers: Client<StrategyMethods>, file: string): Client<StrategyMethods> {
  const entries = Object.entries<(input: never) => Promise<unknown>>(handlers).map(([name, handler]) => [
    name,
    (input: never) =>
      handler(input).catch((error: unknown) => {
        throw asFailure(error, file);
      }),
  ]);
  return Object.fromEntries(entries) as Client<StrategyMethods>;
}

/** The strategies that this process has open, on behalf of the person of this device. */
export class Application {
  readonly profile: Profile;
  readonly frameworks: readonly Framework[] = readFrameworks();
  readonly templates: readonly Template[] = readTemplates();
  readonly spelling: Spelling;
  readonly houseStyle: HouseStyleFile;
  readonly wordings: Wordings;
  readonly joinings: Joinings;
  readonly #offThread: boolean;
  readonly #keepsInStep: boolean;
  readonly #backups: Backups;
  readonly #open = new Map<string, OpenStrategy>();
  readonly #listeners: ((open: OpenStrategy) => void)[] = [];
  readonly #recentListeners: ((file: string | null) => void)[] = [];

  constructor({ profile, offThread, keepsInStep = false, keepsBackups = false }: ApplicationOptions) {
    this.profile = profile;
    this.#offThread = offThread;
    this.#keepsInStep = keepsInStep;
    this.joinings = new Joinings(this);
    this.houseStyle = new HouseStyleFile(profile);
    this.spelling = new Spelling({ profile, onChange: () => this.#broadcast({ type: 'spelling' }) });
    this.wordings = new Wordings({
      folder: profile.folder,
      onChange: () => this.#broadcast({ type: 'wordings' }),
    });
    this.#backups = new Backups({
      folder: () => {
        const { isOn, folder } = profile.settings.backups;
        return keepsBackups && isOn ? (folder ?? this.usualBackupFolder) : null;
      },
    });
  }

  /** Tells the windows of every strategy. */
  #broadcast(event: StrategyEvent): void {
    for (const { workspace } of this.#open.values()) workspace.hub.broadcast(event);
  }

  /** Where new strategies go unless somebody says otherwise. */
  get folder(): string {
    return process.env['VALLETTA_DOCUMENTS'] ?? join(homedir(), 'Documents', 'Valletta Workbench');
  }

  /** Who writes on this process's account. */
  author(as?: string): Author {
    const { person, device } = this.profile;
    return { device, name: as ?? person?.name ?? '', organisation: person?.organisation ?? '' };
  }

  /** Tells `listener` of every strategy that is open, and of each that will be. */
  onOpen(listener: (open: OpenStrategy) => void): void {
    this.#listeners.push(listener);
    for (const open of this.#open.values()) listener(open);
  }

  /** Tells `listener` when the recent strategies have changed: of the file that came on top, or null. */
  onRecent(listener: (file: string | null) => void): void {
    this.#recentListeners.push(listener);
  }

  /** Files that are open here. */
  paths(): string[] {
    return [...this.#open.values()].map(({ workspace }) => workspace.file.path);
  }

  find(id: string): OpenStrategy | undefined {
    return this.#open.get(id);
  }

  /** Creates a strategy from a template in a new file and opens it. */
  create(file: string, { title, template: id, locale = 'en' }: NewStrategy, as?: string): OpenStrategy {
    const template = this.#template(id);
    const documents = seedFromTemplate(template, { title, locale, ...this.#signature(as) });
    return this.#keep(StrategyFile.create(canonicalPath(file), documents, this.author(as)));
  }

  /** Creates a strategy in the usual folder, under a free name made from its title. */
  createInFolder(strategy: NewStrategy): OpenStrategy {
    return this.create(this.#freeName(strategy.title), strategy);
  }

  /** Puts the sample in the usual folder and opens it. */
  createSample(): OpenStrategy {
    const sample = readSample();
    const figures = readSampleFigures();
    const assets = new Map([...figures].map(([name, bytes]) => [name, assetHash(bytes)]));
    const { title, locale } = sample;
    const signature = this.#signature(sample.sections.find(({ owner }) => owner !== '')?.owner);
    const documents = seedFromSample(sample, this.#template(sample.template), { title, locale, ...signature }, assets);
    const open = this.#keep(StrategyFile.create(canonicalPath(this.#freeName(sample.title)), documents, this.author()));
    for (const bytes of figures.values()) open.workspace.keepAsset(bytes);
    return open;
  }

  /** Makes a file for a strategy of another machine and opens it; what it holds comes from there. */
  createReplica(file: string, strategy: string, note: ReplicaNote): OpenStrategy {
    const prepare = (db: SqliteDatabase): void => writeReplicaNote({ db }, note);
    return this.#keep(StrategyFile.create(canonicalPath(file), new Map(), this.author(), prepare, strategy));
  }

  /** The same in the usual folder, under a free name made from the title. */
  createReplicaInFolder(title: string, strategy: string, note: ReplicaNote): OpenStrategy {
    return this.createReplica(this.#freeName(title), strategy, note);
  }

  /** Closes a strategy that did not come about, and removes its file. */
  async discard(open: OpenStrategy): Promise<void> {
    this.#open.delete(open.id);
    await closeStrategy(open);
    for (const ending of ['', '-wal', '-shm']) rmSync(`${open.workspace.file.path}${ending}`, { force: true });
  }

  /** Opens a file, or finds it already open here. */
  open(file: string): OpenStrategy {
    const path = canonicalPath(file);
    for (const open of this.#open.values()) if (open.workspace.file.path === path) return open;
    return this.#keep(StrategyFile.open(path));
  }

  /** Writes what can be read of a damaged strategy to a new file. */
  recover(file: string): ReturnType<typeof recover> {
    const path = canonicalPath(file);
    if (!existsSync(path)) throw new FailureError('file-missing', { file: path });
    // To read a file that is open and let go of it again would take away its lock.
    if (this.paths().includes(path)) throw new FailureError('file-locked', { file: path });
    const { ending, section } = readRecoveryLabels('en');
    return recover(path, {
      author: this.author(),
      ending,
      untitled: (number) => section.replace('{{number}}', String(number)),
    });
  }

  #keep(file: StrategyFile): OpenStrategy {
    const workspace = openWorkspace(file, (as) => this.author(as));
    const exporter = new Exporter({
      workspace,
      frameworks: this.frameworks,
      organisation: () => this.profile.person?.organisation ?? '',
      ...(this.#offThread ? { run: runExportInWorker } : {}),
    });
    const sharing = new Sharing({ workspace, identity: () => this.profile.identity, author: () => this.author() });
    const handlers = withStorageFailures(
      createStrategyHandlers({
        workspace,
        shipped: this.frameworks,
        wordings: this.wordings,
        exporter,
        sharing,
        personName: () => this.profile.person?.name ?? null,
        houseStyle: this.houseStyle,
        copyTarget: (asked, kind, title) => this.#copyTarget(asked, kind, title),
      }),
      file.path,
    );
    const open = {
      id: createHash('sha256').update(file.path).digest('hex').slice(0, 24),
      workspace,
      handlers,
      exporter,
      sharing,
    };
    this.#open.set(open.id, open);
    this.#backups.watch(workspace);
    if (this.#keepsInStep && workspace.replica) {
      sharing.connect().catch((error: unknown) => console.error('The strategy cannot be kept in step.', error));
    }
    for (const listener of this.#listeners) listener(open);
    return open;
  }

  /** Puts a strategy on top of the recent ones; where that cannot be noted, it is open all the same. */
  async remember({ id, workspace }: OpenStrategy): Promise<StrategyEntry> {
    const { title } = await workspace.outline();
    const entry = { file: workspace.file.path, title, id, openedAt: new Date().toISOString() };
    try {
      this.profile.update(({ recent }) => ({
        recent: [entry, ...recent.filter(({ file }) => file !== entry.file)].slice(0, RECENT_LENGTH),
      }));
    } catch {
      // A full disk, as a rule.
    }
    for (const listener of this.#recentListeners) listener(entry.file);
    return { ...entry, exists: true };
  }

  /** Takes an entry off the recent strategies; its file, if there is one, stays. */
  forget(id: string): void {
    this.profile.update(({ recent }) => ({ recent: recent.filter((entry) => entry.id !== id) }));
    for (const listener of this.#recentListeners) listener(null);
  }

  /** Takes all entries off the recent strategies. */
  forgetAll(): void {
    this.profile.update(() => ({ recent: [] }));
    for (const listener of this.#recentListeners) listener(null);
  }

  /** What was opened lately, newest first; the titles of those that are open are as they are now. */
  async recent(): Promise<StrategyEntry[]> {
    return Promise.all(
      this.profile.settings.recent.map(async (entry) => {
        const outline = await this.find(entry.id)?.workspace.outline();
        return { ...entry, title: outline?.title ?? entry.title, exists: existsSync(entry.file) };
      }),
    );
  }

  #copyTarget(asked: string | undefined, kind: 'copy' | 'clean', title: string): string {
    if (asked === undefined)
      return canonicalPath(this.#freeName(readCopyNames('en')[kind].replace('{{title}}', title)));
    const file = resolve(this.folder, asked);
    return canonicalPath(extname(file).toLowerCase() === '.strategy' ? file : `${file}.strategy`);
  }

  /** Where backups go unless somebody has chosen another folder. */
  get usualBackupFolder(): string {
    return join(this.profile.folder, 'backups');
  }

  #template(id: TemplateId): Template {
    const template = this.templates.find((candidate) => candidate.id === id);
    if (!template) throw new FailureError('template-unknown', { template: id });
    return template;
  }

  #signature(as?: string): { device: number; by: string; at: string } {
    const { device, name } = this.author(as);
    return { device, by: name, at: new Date().toISOString() };
  }

  #freeName(title: string): string {
    mkdirSync(this.folder, { recursive: true });
    const name = fileNameOf(title);
    for (let count = 1; ; count++) {
      const file = join(this.folder, `${name}${count === 1 ? '' : ` ${count}`}.strategy`);
      // A log without its file may be all that is left of a strategy, and is nobody else's.
      if (!existsSync(file) && !existsSync(`${file}-wal`)) return file;
    }
  }

  /** Commits, settles and closes everything. */
  async close(): Promise<void> {
    this.joinings.close();
    const open = [...this.#open.values()];
    this.#open.clear();
    await Promise.allSettled(open.map(({ workspace }) => workspace.hub.settle()));
    await this.#backups.close();
    await this.spelling.close();
    const closed = await Promise.allSettled(open.map(closeStrategy));
    for (const result of closed) if (result.status === 'rejected') throw result.reason;
  }
}
