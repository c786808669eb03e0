import type { Doc } from 'yjs';
import { deviceOfClientId } from '../../shared/document/client-id.ts';
import {
  commentsDocument,
  OUTLINE,
  sectionDocument,
  sectionOfComments,
  sectionOfDocument,
} from '../../shared/document/layout.ts';
import type { Arrived } from '../../shared/contract/sharing.ts';
import { readOutline } from '../../shared/document/outline.ts';
import type { Author } from '../storage/strategy-file.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { HostSocket, type HostWebSocket } from './host-socket.ts';
import { UpstreamComments } from './upstream-comments.ts';
import type { PictureClient } from './picture-client.ts';
import { UpstreamDocument } from './upstream-document.ts';
import { UpstreamPictures } from './upstream-pictures.ts';

/** How a replica stands to its host. */
export interface ReplicaState {
  readonly isConnected: boolean;
  /** Documents that the host has been asked about. */
  readonly documents: number;
  /** Of those, documents whose state there has not arrived yet. */
  readonly behind: number;
  /** Pictures that the text names and that are still to come. */
  readonly pictures: number;
  /** Changes made here, comments and pictures that the host has not confirmed. */
  readonly waiting: number;
  /** Changes made here, and pictures, that the host did not take. */
  readonly refused: number;
}

export interface ReplicaOptions {
  readonly workspace: Workspace;
  readonly connect: HostWebSocket;
  /** Closed with it. Without it no pictures come or go. */
  readonly pictures?: PictureClient;
  readonly onChange?: (state: ReplicaState) => void;
  /** Both sides have all that the other had, and others had written meanwhile; not told of a copy just made. */
  readonly onArrived?: (arrived: Arrived) => void;
}

/** How long the host must have been out of reach for it to be told what came in meanwhile, in milliseconds. */
const LONG_AWAY = 60_000;
/** How often it is noted at most what the host has, in milliseconds. */
const NOTE_AFTER = 2000;
/** How long nothing more is to come until it is told what came, in milliseconds. */
const QUIET = 500;

/** Keeps a strategy in step with the host that answers for it, document by document, over one connection. */
export class Replica {
  readonly #options: ReplicaOptions;
  readonly #socket: HostSocket;
  readonly #documents = new Map<string, UpstreamDocument>();
  readonly #opening = new Map<string, Promise<void>>();
  #comments: UpstreamComments | null = null;
  #pictures: UpstreamPictures | null = null;
  #waiters: (() => void)[] = [];
  /** Who had written in which documents before the host was found again. */
  readonly #arrivals = new Map<string, Set<string>>();
  /** Whether this file held no more than the outline: all of it is just coming. */
  #isNew: boolean;
  #telling: NodeJS.Timeout | undefined;
  #noting: NodeJS.Timeout | undefined;
  /** By document, the changes made here before that the host has not confirmed. */
  readonly #waitingBefore: ReadonlyMap<string, number>;
  /** When the host was heard last; in milliseconds since 1970, as a machine that sleeps stops every other clock. */
  #heardAt = 0;
  /** Since when it has not been heard and this side not been in step; null while both are so. */
  #awaySince: number | null = 0;
  #isConnected = false;
  #isClosed = false;

  private constructor(options: ReplicaOptions) {
    this.#options = options;
    const { workspace } = options;
    this.#isNew = workspace.file.documents().every((name) => name === OUTLINE);
    this.#waitingBefore = workspace.confirmed.waiting(workspace.device);
    this.#socket = new HostSocket(options.connect);
    this.#socket.on('status', ({ status }: { status: string }) => {
      if (this.#isConnected && status !== 'connected') this.#awaySince ??= this.#heardAt;
      this.#isConnected = status === 'connected';
      this.#changed();
    });
    this.#socket.on('message', () => (this.#heardAt = Date.now()));
  }

  /** @throws Error when the outline cannot be read; of other documents nothing is sent or taken then. */
  static async start(options: ReplicaOptions): Promise<Replica> {
    const replica = new Replica(options);
    const { workspace } = options;
    try {
      await replica.#open(OUTLINE);
    } catch (error) {
      await replica.close();
      throw error;
    }
    const upstream = replica.#documents.get(OUTLINE)!;
    replica.#comments = new UpstreamComments(workspace, upstream, () => replica.#changed());
    const { pictures: client } = options;
    if (client)
      replica.#pictures = new UpstreamPictures({
        workspace,
        client,
        outline: upstream,
        onChange: () => replica.#changed(),
      });
    const outline = upstream.document;
    outline.on('update', () => replica.#followSections(outline));
    replica.#followSections(outline);
    // What this file had before, also where the outline does not name it yet.
    await Promise.all(workspace.file.documents().map((name) => replica.#follow(name)));
    return replica;
  }

  get state(): ReplicaState {
    const documents = [...this.#documents.values()];
    return {
      isConnected: this.#isConnected,
      documents: documents.length,
      behind: documents.filter(({ isBehind }) => isBehind).length + this.#opening.size,
      pictures: this.#pictures?.behind ?? 0,
      waiting: documents.reduce((sum, { waiting }) => sum + waiting, this.#waitingBeside),
      refused: documents.reduce((sum, { refused }) => sum + refused, this.#pictures?.refused ?? 0),
    };
  }

  /** Comments and pictures that are to go to the host. */
  get #waitingBeside(): number {
    return (this.#comments?.waiting ?? 0) + (this.#pictures?.waiting ?? 0);
  }

  #followSections(outline: Doc): void {
    const { sections, deleted } = readOutline(outline);
    for (const { id } of [...sections, ...deleted]) {
      void this.#follow(sectionDocument(id));
      void this.#follow(commentsDocument(id));
    }
  }

  /** A document that cannot be read here stays as it is; the others go on. */
  #follow(name: string): Promise<void> {
    if (this.#isClosed || this.#documents.has(name)) return Promise.resolve();
    let opening = this.#opening.get(name);
    if (!opening) {
      opening = this.#open(name)
        .catch((error: unknown) => console.error(`The document ${name} cannot be kept in step.`, error))
        .finally(() => {
          this.#opening.delete(name);
          this.#changed();
        });
      this.#opening.set(name, opening);
    }
    return opening;
  }

  async #open(name: string): Promise<void> {
    const { workspace } = this.#options;
    const followed = await workspace.hub.follow(name);
    if (this.#isClosed) return followed.release();
    const upstream = new UpstreamDocument({
      name,
      followed,
      socket: this.#socket,
      authorOf: (client) => this.#authorOf(client),
      device: name === OUTLINE ? workspace.device : null,
      waiting: this.#waitingBefore.get(name) ?? 0,
      onChange: () => this.#changed(),
      onArrival: (authors) => this.#noteArrival(name, authors),
      onFailure: (error) => {
        // Asked for again then, for as long as it takes: on a full disk, say.
        console.error(`What the host has of ${name} cannot be kept.`, error);
        this.#socket.connectAnew();
      },
    });
    this.#documents.set(name, upstream);
    upstream.attach();
  }

  #authorOf(client: number): Author {
    const device = deviceOfClientId(client);
    const writer = this.#options.workspace.replica?.writers.find((candidate) => candidate.device === device);
    return writer ?? { device, name: '', organisation: '' };
  }

  /** Resolves when everything the host has is here, and everything here is there or was refused. */
  async whenInStep(): Promise<void> {
    // What arrives of the outline may name further documents.
    while (!this.#isInStep()) await this.#nextChange();
    // Only then is it known which pictures the text names.
    await this.#options.workspace.hub.settle();
    while (!this.#isInStep() || this.state.pictures > 0) await this.#nextChange();
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  #isInStep(): boolean {
    const documents = [...this.#documents.values()];
    const isSaid = this.#waitingBeside === 0;
    return this.#isConnected && isSaid && this.#opening.size === 0 && documents.every(({ isInStep }) => isInStep);
  }

  #noteArrival(document: string, authors: readonly Author[]): void {
    const names = this.#arrivals.get(document) ?? new Set();
    this.#arrivals.set(document, names);
    const { device } = this.#options.workspace;
    // Somebody whose name is not known stands for whoever has only deleted something.
    if (authors.length === 0) names.add('');
    for (const author of authors) if (author.device !== device) names.add(author.name);
  }

  #tellArrived(): void {
    const arrivals = [...this.#arrivals];
    this.#arrivals.clear();
    const isNew = this.#isNew;
    const awayFor = this.#awaySince === null ? 0 : Date.now() - this.#awaySince;
    this.#isNew = false;
    this.#awaySince = null;
    // What came within a moment, whoever looks has seen come.
    if (isNew || awayFor < LONG_AWAY) return;
    const sections = arrivals.flatMap(([document, names]) => {
      const section = sectionOfDocument(document);
      // What only this device had written comes back from a host that others have restored, say.
      return section === null || names.size === 0 ? [] : [{ section, names: [...names].filter(Boolean).toSorted() }];
    });
    const comments = arrivals.flatMap(([document]) => sectionOfComments(document) ?? []);
    if (sections.length > 0 || comments.length > 0) this.#options.onArrived?.({ sections, comments });
  }

  /** Notes what the host has, for when this machine begins without it the next time. */
  #noteConfirmed(): void {
    const noted = [...this.#documents].filter(
      ([, document]) => !document.isNoted && document.isInStep && document.refused === 0,
    );
    if (noted.length === 0) return;
    try {
      this.#options.workspace.confirmed.note(noted.map(([name]) => name));
      for (const [, document] of noted) document.isNoted = true;
    } catch {
      // A full disk, as a rule: more is told to wait than does.
    }
  }

  #changed(): void {
    if (this.#isClosed) return;
    this.#noting ??= setTimeout(() => {
      this.#noting = undefined;
      this.#noteConfirmed();
    }, NOTE_AFTER).unref();
    if (this.#awaySince !== null && this.#isConnected) {
      // The outline may have come and what it names not begun to.
      clearTimeout(this.#telling);
      this.#telling = setTimeout(() => {
        if (this.#isInStep()) this.#tellArrived();
      }, QUIET).unref();
    }
    this.#options.onChange?.(this.state);
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#telling);
    clearTimeout(this.#noting);
    this.#noteConfirmed();
    this.#comments?.destroy();
    await this.#pictures?.close();
    await Promise.all(this.#opening.values());
    await Promise.all([...this.#documents.values()].map((document) => document.settled()));
    for (const document of this.#documents.values()) document.destroy();
    this.#socket.destroy();
  }
}
