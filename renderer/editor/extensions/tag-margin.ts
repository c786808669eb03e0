import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { tagsOf } from '../../../shared/document/layout.ts';
import { isLeafBlockType } from '../../../shared/document/schema.ts';
import { readTags, tagsByBlock, type Tag } from '../../../shared/document/tags.ts';
import { blocksInView, FIRST_BLOCKS, includes, onViewChange, type BlockRange } from './blocks-in-view.ts';
import { drawAdd, drawChips, type TagMarginHost } from './tag-chips.ts';

export interface TagMarginOptions {
  readonly doc: Y.Doc;
  readonly host: TagMarginHost;
}

interface MarginState {
  readonly chips: DecorationSet;
  /** The blocks whose chips are drawn: those in view and around it. */
  readonly drawn: BlockRange;
  /** The block with the caret, or the one being tagged. */
  readonly current: { readonly id: string; readonly pos: number; readonly size: number; readonly type: string } | null;
  /** Whether the picker is open for the current block. */
  readonly picking: boolean;
}

type MarginMeta =
  | { readonly type: 'tags' }
  | { readonly type: 'view'; readonly drawn: BlockRange }
  | { readonly type: 'picking'; readonly picking: boolean };

/** How far chips are drawn above and below the window, in heights of the window. */
const REACH = 0.5;

const tagMarginKey = new PluginKey<MarginState>('tagMargin');

/**
 * Chips in the margin beside their paragraph. They are widgets between the blocks, so that neither
 * the paragraph nor typing in it has anything to do with them; the style sheet puts them in place.
 * Only those near the view are there, because at each key the browser goes over all that it finds
 * among the text.
 */
export const TagMargin = Extension.create<TagMarginOptions>({
  name: 'tagMargin',

  addProseMirrorPlugins() {
    return [tagMarginPlugin(this.options)];
  },
});

function tagMarginPlugin({ doc, host }: TagMarginOptions): Plugin<MarginState> {
  return new Plugin<MarginState>({
    key: tagMarginKey,
    state: {
      init: (_config, state) => rebuild(state, doc, host, { drawn: FIRST_BLOCKS, picking: false }),
      apply: (transaction, old, _oldState, state) => {
        const meta = transaction.getMeta(tagMarginKey) as MarginMeta | undefined;
        const picking = meta?.type === 'picking' ? meta.picking : old.picking;
        const drawn = meta?.type === 'view' ? meta.drawn : old.drawn;
        if (drawn !== old.drawn || meta?.type === 'tags' || (transaction.docChanged && mayMoveChips(transaction))) {
          return rebuild(state, doc, host, { drawn, picking });
        }
        const chips = transaction.docChanged ? old.chips.map(transaction.mapping, transaction.doc) : old.chips;
        return { ...old, chips, picking, current: currentBlock(state) };
      },
    },
    props: {
      decorations: (state) => {
        const margin = tagMarginKey.getState(state);
        return margin ? withCurrent(state, margin, host) : null;
      },
    },
    view: (view) => {
      const tell = (meta: MarginMeta): void => view.dispatch(view.state.tr.setMeta(tagMarginKey, meta));
      let isWaiting = false;
      // Never from within the document's own transaction: text of the same transaction may not have
      // reached the editor yet, and a dispatch would write the text as it was before back over it.
      const redrawSoon = (): void => {
        if (isWaiting) return;
        isWaiting = true;
        queueMicrotask(() => {
          isWaiting = false;
          if (!view.isDestroyed) tell({ type: 'tags' });
        });
      };
      const followView = (): void => {
        const drawn = tagMarginKey.getState(view.state)?.drawn;
        if (drawn && !includes(drawn, blocksInView(view, 0))) tell({ type: 'view', drawn: blocksInView(view, REACH) });
      };
      tagsOf(doc).observe(redrawSoon);
      const endFollowing = onViewChange(view, followView);
      return {
        destroy: () => {
          endFollowing();
          tagsOf(doc).unobserve(redrawSoon);
        },
      };
    },
  });
}

/**
 * Whether chips cannot simply be carried through the transaction: what arrives from the document
 * replaces everything, and structural edits may change the set of blocks.
 */
function mayMoveChips(transaction: Transaction): boolean {
  return transaction.getMeta(ySyncPluginKey) !== undefined || mayMoveBlocks(transaction.doc, transaction.before);
}

/** Whether the set of blocks may have changed; typing within one block says no at once. */
function mayMoveBlocks(after: ProseMirrorNode, before: ProseMirrorNode): boolean {
  if (after.childCount !== before.childCount) return true;
  for (let index = 0; index < after.childCount; index++) {
    const a = after.child(index);
    const b = before.child(index);
    if (a === b) continue;
    if (!a.sameMarkup(b)) return true;
    if (!a.isTextblock && mayMoveBlocks(a, b)) return true;
  }
  return false;
}

function rebuild(
  state: EditorState,
  doc: Y.Doc,
  host: TagMarginHost,
  { drawn, picking }: Pick<MarginState, 'drawn' | 'picking'>,
): MarginState {
  const tags = tagsByBlock(readTags(doc).filter((tag) => host.isKnown(tag)));
  const decorations: Decoration[] = [];
  const draw = (node: ProseMirrorNode, position: number): boolean => {
    if (!isLeafBlockType(node.type.name)) return true;
    const block = node.attrs['id'] as string | null;
    if (block === null) return false;
    const own = tags.get(block) ?? [];
    const comments = host.commentsOn(block);
    if (own.length > 0 || comments > 0) decorations.push(chipsOf(own, comments, position, node, host));
    return false;
  };
  state.doc.forEach((block, offset, index) => {
    if (index < drawn.first || index > drawn.last || !draw(block, offset)) return;
    block.descendants((node, position) => draw(node, offset + 1 + position));
  });
  return { chips: DecorationSet.create(state.doc, decorations), drawn, current: currentBlock(state), picking };
}

/** Chips in a row, and letters in a line at the usual width: enough to tell how many fit. */
const CHIPS_A_ROW = 3;
const LETTERS_A_LINE = 72;

/** How many chips fit beside a block of so many letters without reaching the next one. */
function chipsBeside(letters: number): number {
  return CHIPS_A_ROW * Math.max(1, Math.ceil(letters / LETTERS_A_LINE));
}

function chipsOf(
  tags: readonly Tag[],
  comments: number,
  pos: number,
  node: ProseMirrorNode,
  host: TagMarginHost,
): Decoration {
  const room = chipsBeside(node.textContent.length) - (comments > 0 ? 1 : 0);
  const shown = tags.length > room ? tags.slice(0, room - 1) : tags;
  const names = tags.map((tag) => `${tag.block} ${tag.framework} ${host.nameTag(tag)} ${tag.at}`);
  const block = node.attrs['id'] as string;
  const margin = { block, type: node.type.name, tags: shown, hidden: tags.slice(shown.length), comments };
  return Decoration.widget(pos, () => drawChips(margin, host), {
    key: `${node.type.name} ${block} ${host.nameComments(comments)} ${shown.length} ${names.join('|')}`,
    side: -1,
    ignoreSelection: true,
    stopEvent: () => true,
  });
}

function currentBlock({ selection }: EditorState): MarginState['current'] {
  const { $head } = selection;
  for (let depth = $head.depth; depth > 0; depth--) {
    const node = $head.node(depth);
    if (!isLeafBlockType(node.type.name)) continue;
    const id = node.attrs['id'] as string | null;
    return id === null ? null : { id, pos: $head.before(depth), size: node.nodeSize, type: node.type.name };
  }
  return null;
}

function withCurrent(state: EditorState, { chips, current, picking }: MarginState, host: TagMarginHost): DecorationSet {
  if (!current || !host.isEditable()) return chips;
  const { id, pos, size, type } = current;
  const add = Decoration.widget(pos, () => drawAdd(id, type, host), {
    key: `add ${type} ${id}`,
    side: -2,
    ignoreSelection: true,
    stopEvent: () => true,
  });
  const extra = [add];
  if (picking) extra.push(Decoration.node(pos, pos + size, { class: 'block-tagging' }));
  if (size === 2)
    extra.push(Decoration.node(pos, pos + size, { class: 'is-empty', 'data-placeholder': host.placeholder() }));
  return chips.add(state.doc, extra);
}

/** Ids of all the blocks that a selection touches, in reading order. */
export function selectedBlocks({ doc, selection }: EditorState): string[] {
  const ids: string[] = [];
  doc.nodesBetween(selection.from, selection.to, (node) => {
    if (!isLeafBlockType(node.type.name)) return true;
    const id = node.attrs['id'] as string | null;
    if (id !== null) ids.push(id);
    return false;
  });
  return ids;
}

/** Marks the current block while the picker is open for it. */
export function setPicking(view: EditorView, picking: boolean): void {
  view.dispatch(view.state.tr.setMeta(tagMarginKey, { type: 'picking', picking } satisfies MarginMeta));
}

/** Draws the chips anew, because what tags are called, which of them are shown, or the comments have changed. */
export function redrawTags(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(tagMarginKey, { type: 'tags' } satisfies MarginMeta));
}
