import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { blockIdentityKey, blockIdentityPlugin } from './block-identity.ts';
import { readBlocks } from './blocks.ts';
import { carryDevice } from './client-id.ts';
import { writeContent } from './content.ts';
import { contentOf, tagsOf } from './layout.ts';
import { isLeafBlockType, schema, type NodeJson } from './schema.ts';
import { applyTagConsequences } from './tag-consequences.ts';
import { putTag, readTags, type Strength, type Tag } from './tags.ts';

const LOCAL = 'local';

/**
 * A section as a window holds it, without the window: real editor state, the real identity plugin and
 * the real binding's way of writing into the document.
 */
export class Draft {
  readonly doc: Y.Doc;
  readonly undoManager: Y.UndoManager;
  state: EditorState;
  #mapping: ReturnType<typeof initProseMirrorDoc>['meta']['mapping'] = new Map();

  constructor(device: number, doc = new Y.Doc()) {
    this.doc = carryDevice(doc, device);
    this.undoManager = new Y.UndoManager([contentOf(this.doc), tagsOf(this.doc)] as never, {
      trackedOrigins: new Set([LOCAL]),
      captureTimeout: 0,
    });
    this.state = this.#read();
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== LOCAL) this.state = this.#read();
    });
  }

  static of(device: number, content: readonly NodeJson[]): Draft {
    const doc = new Y.Doc();
    writeContent(doc, content);
    return new Draft(device, doc);
  }

  /** Another participant who starts from the same state. */
  fork(device: number): Draft {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc));
    return new Draft(device, doc);
  }

  #read(): EditorState {
    const { doc, meta } = initProseMirrorDoc(contentOf(this.doc), schema);
    this.#mapping = meta.mapping;
    return EditorState.create({ doc, plugins: [blockIdentityPlugin(() => false)] });
  }

  /** Applies a local edit as a window does: text first, what it means for tags straight after. */
  dispatch(transaction: Transaction): void {
    const { state } = this.state.applyTransaction(transaction);
    this.state = state;
    // One step of undo, as the capture timeout makes it in the window.
    this.undoManager.stopCapturing();
    this.doc.transact(() => {
      updateYFragment(this.doc, contentOf(this.doc), state.doc, { mapping: this.#mapping, isOMark: new Map() });
      applyTagConsequences(this.doc, blockIdentityKey.getState(state)?.consequences ?? [], LOCAL);
    }, LOCAL);
  }

  edit(change: (transaction: Transaction) => Transaction): void {
    this.dispatch(change(this.state.tr));
  }

  /** Splits the block at an offset of its text. */
  split(id: string, offset: number): void {
    this.edit((transaction) => transaction.split(this.position(id) + 1 + offset));
  }

  /** Merges a block into the one before it, as Backspace at its start does. */
  joinBackward(id: string): void {
    this.edit((transaction) => transaction.join(this.position(id)));
  }

  type(id: string, offset: number, text: string): void {
    this.edit((transaction) => transaction.insertText(text, this.position(id) + 1 + offset));
  }

  remove(id: string): void {
    const pos = this.position(id);
    this.edit((transaction) => transaction.delete(pos, pos + this.node(id).nodeSize));
  }

  tag(block: string, principle: number, strength: Strength = 'full', reason = ''): void {
    this.undoManager.stopCapturing();
    this.doc.transact(() => putTag(this.doc, createTag(block, principle, strength, reason)), LOCAL);
  }

  undo(): void {
    this.undoManager.undo();
    this.state = this.#read();
  }

  position(id: string): number {
    let found = -1;
    this.state.doc.descendants((node, pos) => {
      if (found < 0 && node.attrs['id'] === id) found = pos;
      return found < 0;
    });
    if (found < 0) throw new Error(`No block ${id}.`);
    return found;
  }

  node(id: string): ProseMirrorNode {
    return this.state.doc.nodeAt(this.position(id))!;
  }

  select(from: number, to: number): Transaction {
    return this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to));
  }

  /** `id: text [principles]` of every block in reading order. */
  lines(): string[] {
    const tags = readTags(this.doc);
    return readBlocks(contentOf(this.doc)).map(({ id, text }) => {
      const own = tags.filter((tag) => tag.block === id).map(({ principle }) => principle);
      return own.length > 0 ? `${text} [${own.join(' ')}]` : text;
    });
  }

  ids(): string[] {
    return readBlocks(contentOf(this.doc)).map(({ id }) => id);
  }

  tags(): Tag[] {
    return readTags(this.doc);
  }

  unplaced(): Tag[] {
    const ids = new Set(this.ids());
    return this.tags().filter(({ block }) => !ids.has(block));
  }

  /** Ids and origins as the editor holds them. */
  origins(): (string | null)[] {
    const origins: (string | null)[] = [];
    this.state.doc.descendants((node) => {
      if (isLeafBlockType(node.type.name)) origins.push(node.attrs['origin'] as string | null);
      return true;
    });
    return origins;
  }
}

export function createTag(block: string, principle: number, strength: Strength = 'full', reason = ''): Tag {
  return { block, framework: 'valletta-2025', principle, strength, reason, by: 'A', at: '2026-01-01T00:00:00.000Z' };
}

export function paragraph(id: string, text: string): NodeJson {
  return { type: 'paragraph', attrs: { id }, content: text === '' ? [] : [{ type: 'text', text }] };
}

/** Exchanges everything between participants, in the order given. */
export function exchange(...drafts: readonly Draft[]): void {
  for (const from of drafts) {
    for (const to of drafts) {
      if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
    }
  }
}
