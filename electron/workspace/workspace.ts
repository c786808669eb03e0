import { EventEmitter } from 'node:events';
import * as Y from 'yjs';
import type { Asset } from '../../shared/contract/assets.ts';
import type { VersionEntry } from '../../shared/contract/versions.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import type { CommentCommand } from '../../shared/document/comments.ts';
import { carryDevice } from '../../shared/document/client-id.ts';
import { needsRepair, repairIdentity } from '../../shared/document/identity-repair.ts';
import { OUTLINE, sectionDocument, sectionOfComments, sectionOfDocument } from '../../shared/document/layout.ts';
import { readOutline, setSchemaVersion, type Outline } from '../../shared/document/outline.ts';
import { mayWrite } from '../../shared/document/rights.ts';
import { SCHEMA_VERSION } from '../../shared/document/schema.ts';
import { summariseSection, type SectionSummary } from '../../shared/domain/coverage.ts';
import { Hub } from '../hub/hub.ts';
import { Assets } from '../storage/assets.ts';
import { Confirmed } from '../storage/confirmed.ts';
import { Outbox } from '../storage/outbox.ts';
import { Projection, projectSection, type ProjectedSection } from '../storage/projection.ts';
import { Versions, type NewVersion } from '../storage/versions.ts';
import { readReplicaNote, writeReplicaNote, type ReplicaNote } from '../storage/replica-note.ts';
import { COMPACT_AFTER, type Author, type StrategyFile } from '../storage/strategy-file.ts';

/** One open strategy: its file, its documents, and what is derived from them. */
export class Workspace {
  readonly file: StrategyFile;
  readonly hub: Hub;
  readonly projection: Projection;
  readonly assets: Assets;
  readonly versions: Versions;
  readonly outbox: Outbox;
  readonly confirmed: Confirmed;
  /** `asked`: there is more for the host to do. `pictures`: some have come, or are missing. */
  readonly events = new EventEmitter<{ asked: []; pictures: [] }>();
  /** Writes on the process's own account are signed with this. */
  readonly author: (as?: string) => Author;
  #replica: ReplicaNote | null;
  #toldMissing = '';

  /** @param author The person of this device, or whoever is named, as the author of an update. */
  constructor(file: StrategyFile, author: (as?: string) => Author) {
    this.file = file;
    this.author = author;
    this.projection = new Projection(file);
    this.assets = new Assets(file);
    this.versions = new Versions(file);
    this.outbox = new Outbox(file);
    this.confirmed = new Confirmed(file);
    this.#replica = readReplicaNote(file);
    this.hub = new Hub({
      file,
      mayWrite: (document) => this.#replica === null || mayWrite(this.#replica.grant, document),
      onSettled: (document, doc) => this.#onSettled(document, doc),
    });
    // A newer file is only read, its rows too: readers see by themselves that those are behind.
    const version = this.#storedSchemaVersion();
    if (version > SCHEMA_VERSION) {
      this.hub.freeze('strategy-newer');
      return;
    }
    if (file.isReadOnly) this.hub.freeze('file-read-only');
    // What is read only lies in memory, where it is brought up to date like any other.
    if (version < SCHEMA_VERSION && this.#replica === null) this.#raiseSchemaVersion();
    this.projection.catchUp();
    this.#gather();
  }

  /** Number of this device. */
  get device(): number {
    return this.author().device;
  }

  /** Before anything is written that an older version would not know. For want of room the next opening does it. */
  #raiseSchemaVersion(): void {
    const author = this.author();
    const doc = carryDevice(new Y.Doc(), author.device);
    try {
      this.file.load(OUTLINE, doc);
      const before = Y.encodeStateVector(doc);
      setSchemaVersion(doc);
      const data = Y.encodeStateAsUpdate(doc, before);
      this.file.append([{ document: OUTLINE, data, author, at: Date.now(), clients: [doc.clientID] }]);
    } catch {
      // A full disk, as a rule.
    } finally {
      doc.destroy();
    }
  }

  /** @throws FailureError when the outline cannot be read, without which there is no strategy. */
  #storedSchemaVersion(): number {
    const doc = new Y.Doc();
    try {
      this.file.load(OUTLINE, doc);
      return readOutline(doc).schemaVersion;
    } catch {
      throw new FailureError('file-damaged', { file: this.file.path });
    } finally {
      doc.destroy();
    }
  }

  /** What is known of the host; null where this machine itself answers for the strategy. */
  get replica(): ReplicaNote | null {
    return this.#replica;
  }

  /** Notes anew where the host is and what it grants. */
  noteReplica(note: ReplicaNote): void {
    this.hub.write(() => writeReplicaNote(this.file, note));
    this.#replica = note;
  }

  /**
   * Keeps a comment for the host to write; on disk when this returns.
   * @throws FailureError when it cannot be kept.
   */
  askHost(section: string, command: CommentCommand): void {
    this.hub.write(() => this.outbox.add(section, command));
    this.hub.broadcast({ type: 'comments', section });
    this.events.emit('asked');
  }

  outline(): Promise<Outline> {
    return this.hub.read(OUTLINE, readOutline);
  }

  /**
   * Changes a document as this process; on disk and in the projection when it returns.
   * @param as Who signs, if not the person of this device.
   */
  async edit<T>(document: string, change: (doc: Y.Doc) => T, as?: string): Promise<T> {
    const result = await this.write(document, change, as);
    await this.hub.settle();
    return result;
  }

  /** The same without bringing up to date what follows from it: for one of several changes. */
  write<T>(document: string, change: (doc: Y.Doc) => T, as?: string): Promise<T> {
    return this.hub.edit(document, this.author(as), change);
  }

  /** Summaries of the sections named, or of all live ones in the order of the outline. */
  async summaries(sections?: readonly string[]): Promise<SectionSummary[]> {
    await this.hub.settle();
    const wanted = sections ?? (await this.outline()).sections.map(({ id }) => id);
    return Promise.all(
      wanted.map(async (section) => {
        const { blocks, tags } = await this.project(section);
        return summariseSection(section, blocks, tags);
      }),
    );
  }

  /** Blocks and tags of a section: from the rows, or from the document while its rows are behind. */
  async project(section: string): Promise<ProjectedSection> {
    const document = sectionDocument(section);
    const current = this.projection.isCurrent(document) ? this.projection.read(section) : null;
    if (current) return current;
    try {
      return await this.hub.read(document, projectSection);
    } catch {
      // Unreadable: what was derived last is all there is.
      return this.projection.read(section) ?? { blocks: [], tags: [], pictures: [] };
    }
  }

  /** The section, of all that are not deleted, that holds a block; null when none does. */
  async sectionOfBlock(block: string): Promise<string | null> {
    await this.hub.settle();
    const known = new Set(this.projection.sectionsWith(block));
    for (const { id } of (await this.outline()).sections) {
      const holds = this.projection.isCurrent(sectionDocument(id))
        ? known.has(id)
        : (await this.project(id)).blocks.some((candidate) => candidate.id === block);
      if (holds) return id;
    }
    return null;
  }

  /**
   * Keeps a picture for the text; it is on disk when this returns.
   * @param device Of the machine that has sent it, if not this one.
   * @throws FailureError when it cannot be kept.
   */
  keepAsset(bytes: Uint8Array, device?: number): Asset {
    const asset = this.#write(() => this.assets.keep(bytes, device));
    this.#tellPictures([asset.hash]);
    return asset;
  }

  #tellPictures(kept: string[]): void {
    const missing = this.assets.missing();
    const told = missing.join(' ');
    if (kept.length === 0 && told === this.#toldMissing) return;
    this.#toldMissing = told;
    this.hub.broadcast({ type: 'pictures', kept, missing });
    this.events.emit('pictures');
  }

  /**
   * Keeps the strategy as it is under a name; on disk when this returns.
   * @param as Who signs, if not the person of this device.
   * @throws FailureError when it cannot be kept.
   */
  async keepVersion(version: NewVersion, as?: string): Promise<VersionEntry> {
    await this.hub.settle();
    return this.#write(() => this.versions.keep(version, this.author(as)));
  }

  /** @throws FailureError when it cannot be removed. */
  removeVersion(version: string): void {
    this.#write(() => this.versions.remove(version));
  }

  /** Writes beside the documents. */
  #write<T>(change: () => T): T {
    const result = this.hub.write(change);
    this.#gather();
    return result;
  }

  /** Puts what is committed into the one file, unless more is about to follow. */
  #gather(): void {
    if (this.hub.isSettling) return;
    try {
      this.file.gather();
    } catch {
      // For want of room, as a rule. It lies in the write-ahead log, as safe.
    }
  }

  async #onSettled(document: string, doc: Y.Doc): Promise<void> {
    const section = sectionOfDocument(document);
    if (section !== null) {
      const projected = projectSection(doc);
      this.projection.write(document, this.file.lastSeq(document), projected);
      const summary = summariseSection(section, projected.blocks, projected.tags);
      this.hub.broadcast({ type: 'summaries', sections: [summary] });
      this.#tellPictures([]);
      if (this.#replica === null) {
        if (needsRepair(projected.blocks)) await this.#repairSection(section, new Set());
        await this.#repairShared([section]);
      }
    } else if (document === OUTLINE && this.#replica === null) {
      await this.#repairShared(readOutline(doc).sections.map(({ id }) => id));
    }
    const commented = sectionOfComments(document);
    if (commented !== null) this.hub.broadcast({ type: 'comments', section: commented });
    if (this.file.tailLength(document) >= COMPACT_AFTER) this.file.compact(document);
    this.#gather();
  }

  /** SPEC D2: an id belongs to one block of one section, of all that are not deleted. */
  async #repairShared(sections: readonly string[]): Promise<void> {
    const live = new Set((await this.outline()).sections.map(({ id }) => id));
    const lost = new Map<string, Set<string>>();
    for (const section of sections) {
      if (!live.has(section)) continue;
      for (const { id, section: other } of this.projection.sharedBlocks(section)) {
        if (!live.has(other)) continue;
        const loser = section < other ? other : section;
        lost.set(loser, (lost.get(loser) ?? new Set()).add(id));
      }
    }
    for (const [loser, taken] of lost) await this.#repairSection(loser, taken);
  }

  /** SPEC D1: the ids that stand twice, those that are `taken` elsewhere, and blocks without one. */
  async #repairSection(section: string, taken: ReadonlySet<string>): Promise<void> {
    if (this.hub.isFrozen) return;
    await this.hub.edit(sectionDocument(section), this.author(), (doc) => repairIdentity(doc, (id) => taken.has(id)));
  }

  async close(): Promise<void> {
    try {
      await this.hub.close();
    } finally {
      this.file.close();
    }
  }
}
