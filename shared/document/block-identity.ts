import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Mapping, ReplaceAroundStep, ReplaceStep, type Step } from '@tiptap/pm/transform';
import { createId } from './ids.ts';
import { isLeafBlockType } from './schema.ts';

/**
 * What an edit means for the tags of the blocks it touched. Tags live beside the text, so whoever
 * dispatches the edit applies these to the section's tags straight after the text has been written
 * (see `tag-consequences.ts`). Rules in SPEC.md.
 */
export type TagConsequence =
  /** `to` was split or copied from `from` and gets the same tags (S1, C1). */
  | { readonly kind: 'copy'; readonly from: string; readonly to: string }
  /** The text of `from` went into `to`, which gets the union of both (J1). */
  | { readonly kind: 'merge'; readonly from: string; readonly to: string }
  /** A block came in with an id of its own: moved here from elsewhere (M1). */
  | { readonly kind: 'arrive'; readonly block: string };

interface IdentityState {
  /** Consequences of the transactions applied last. */
  readonly consequences: readonly TagConsequence[];
}

export const blockIdentityKey = new PluginKey<IdentityState>('blockIdentity');

/** Meta key that marks a transaction as coming from elsewhere; identity is then left alone. */
type IsRemote = (transaction: Transaction) => boolean;

/**
 * Keeps every leaf block's id unique and stable under local edits, and derives what they mean for
 * tags. Edits that came from a colleague, or from undo, carry their ids with them and are left alone.
 */
export function blockIdentityPlugin(isRemote: IsRemote): Plugin<IdentityState> {
  return new Plugin<IdentityState>({
    key: blockIdentityKey,
    state: {
      init: () => ({ consequences: [] }),
      apply: (transaction, state) => {
        const consequences = transaction.getMeta(blockIdentityKey) as TagConsequence[] | undefined;
        if (consequences) return { consequences };
        return state.consequences.length > 0 && !transaction.getMeta('appendedTransaction')
          ? { consequences: [] }
          : state;
      },
    },
    appendTransaction: (transactions, oldState, newState) => {
      const local = transactions.filter((transaction) => transaction.docChanged);
      if (local.length === 0 || local.some(isRemote)) return null;
      const isPlain = local.every((transaction) => !isCut(transaction) && staysInBlock(transaction));
      if (isPlain && hasName(newState.selection.$head)) return null;
      return repairLocal(local, oldState, newState);
    },
  });
}

/** Whether the text went to the clipboard. */
function isCut(transaction: Transaction): boolean {
  return transaction.getMeta('uiEvent') === 'cut';
}

/** Whether the block at a position has an id, or is none. */
function hasName({ parent }: ResolvedPos): boolean {
  return !isLeafBlockType(parent.type.name) || Boolean(parent.attrs['id']);
}

/** Whether a transaction changes only what is inside textblocks, as typing and formatting do. */
export function staysInBlock(transaction: Transaction): boolean {
  return transaction.steps.every(keepsBlocks);
}

/** Whether a step changes only what is inside one textblock, as typing does. */
function keepsBlocks(step: Step): boolean {
  if (!(step instanceof ReplaceStep)) return !(step instanceof ReplaceAroundStep);
  const { slice, from, to } = step;
  if (slice.openStart > 0 || slice.openEnd > 0) return false;
  if (slice.size === 0) return to - from <= 1;
  let inlineOnly = true;
  slice.content.forEach((node) => (inlineOnly &&= node.isInline));
  return inlineOnly && from === to;
}

interface PlacedBlock {
  readonly id: string | null;
  readonly origin: string | null;
  readonly pos: number;
  readonly node: ProseMirrorNode;
}

function blocksOf(doc: ProseMirrorNode): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  doc.descendants((node, pos) => {
    if (!isLeafBlockType(node.type.name)) return true;
    const { id, origin } = node.attrs as { id: string | null; origin: string | null };
    blocks.push({ id: id || null, origin: origin || null, pos, node });
    return false;
  });
  return blocks;
}

function isEmpty(block: PlacedBlock): boolean {
  return block.node.content.size === 0;
}

function repairLocal(
  transactions: readonly Transaction[],
  oldState: EditorState,
  newState: EditorState,
): Transaction | null {
  const mapping = new Mapping(transactions.flatMap((transaction) => transaction.mapping.maps));
  const before = new Map<string, PlacedBlock>();
  for (const block of blocksOf(oldState.doc)) if (block.id !== null) before.set(block.id, block);
  const after = blocksOf(newState.doc);

  const ids = new Map<PlacedBlock, string | null>(after.map((block) => [block, block.id]));
  const origins = new Map<PlacedBlock, string>();
  const consequences: TagConsequence[] = [];

  separateDuplicates();
  if (transactions.some(isCut)) releaseCut();
  followText();
  nameTheRest();
  return buildTransaction();

  /** S1, S2, C1: of several blocks with one id, one keeps it; the others are its copies. */
  function separateDuplicates(): void {
    const byId = Map.groupBy(
      after.filter((block) => block.id !== null),
      (block) => block.id!,
    );
    for (const [id, blocks] of byId) {
      const keeper = keeperOf(blocks, before.get(id));
      for (const block of blocks) {
        if (block === keeper) continue;
        const copy = createId();
        ids.set(block, copy);
        origins.set(block, id);
        if (!isEmpty(block)) consequences.push({ kind: 'copy', from: id, to: copy });
      }
      if (!before.has(id)) consequences.push({ kind: 'arrive', block: id });
    }
  }

  /** The block that stands where the old one stood; where that is empty now, the one with the text. */
  function keeperOf(blocks: readonly PlacedBlock[], old: PlacedBlock | undefined): PlacedBlock {
    if (!old) return blocks[0]!;
    const stayed = blocks.find((block) => block.pos === mapping.map(old.pos)) ?? blocks[0]!;
    if (!isEmpty(stayed) || isEmpty(old)) return stayed;
    return blocks.find((block) => !isEmpty(block)) ?? stayed;
  }

  /** M1: a block whose whole text was cut gives its id up, for the text to bring back. */
  function releaseCut(): void {
    for (const block of after) {
      const old = block.id === null ? undefined : before.get(block.id);
      if (old && isEmpty(block) && !isEmpty(old)) ids.set(block, null);
    }
  }

  /** J1, J2, K1: an id that is gone follows its text, or gives its tags to where the text went. */
  function followText(): void {
    const alive = new Set(ids.values());
    for (const [id, old] of before) {
      if (alive.has(id) || isEmpty(old)) continue;
      const from = mapping.map(old.pos + 1, 1);
      const to = mapping.map(old.pos + 1 + old.node.content.size, -1);
      if (to <= from) continue;
      const target = after.find((block) => block.pos < from && to <= block.pos + block.node.nodeSize);
      if (!target) continue;
      const targetId = ids.get(target) ?? null;
      const targetBefore = targetId === null ? undefined : before.get(targetId);
      if (targetId === null) {
        ids.set(target, id);
      } else if (targetBefore && hasLostItsText(targetBefore)) {
        ids.set(target, id);
        if (isEmpty(targetBefore)) consequences.push({ kind: 'merge', from: targetId, to: id });
      } else {
        consequences.push({ kind: 'merge', from: id, to: targetId });
      }
      alive.add(id);
    }
  }

  function hasLostItsText(old: PlacedBlock): boolean {
    const start = old.pos + 1;
    return mapping.map(start, 1) >= mapping.map(start + old.node.content.size, -1);
  }

  /** N1, C1: what has no id yet gets a new one; a pasted copy says what it was copied from. */
  function nameTheRest(): void {
    for (const block of after) {
      if (ids.get(block) !== null) continue;
      const id = createId();
      ids.set(block, id);
      if (block.origin !== null && !isEmpty(block)) {
        consequences.push({ kind: 'copy', from: block.origin, to: id });
      }
    }
  }

  function buildTransaction(): Transaction | null {
    const transaction = newState.tr;
    for (const block of after) {
      const id = ids.get(block)!;
      const origin = origins.get(block);
      if (id !== block.id) transaction.setNodeAttribute(block.pos, 'id', id);
      if (origin !== undefined && origin !== block.origin) transaction.setNodeAttribute(block.pos, 'origin', origin);
    }
    if (!transaction.docChanged && consequences.length === 0) return null;
    return transaction.setMeta(blockIdentityKey, consequences);
  }
}
