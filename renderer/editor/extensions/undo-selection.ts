import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import {
  getRelativeSelection,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  type ProsemirrorBinding,
} from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

type RelativeSelection = ReturnType<typeof getRelativeSelection>;

interface SelectionState {
  /** Where the caret was before the last transaction. */
  readonly previous: RelativeSelection | null;
}

interface StackEvent {
  readonly stackItem: { readonly meta: Map<unknown, unknown> };
}

/**
 * A selection by the letters that it stands between, and nothing else. The binding also notes the
 * offset, and goes back to it whenever the paragraph has changed; but when a colleague writes in the
 * same paragraph, the letters are where the caret belongs and the offset is not.
 */
function purelyRelative(selection: RelativeSelection): RelativeSelection {
  return { ...selection, absAnchor: null as never, absHead: null as never };
}

/** Puts the caret back where it was before a step, when the step is undone. */
export function keepSelectionWithSteps(undoManager: Y.UndoManager): Plugin {
  const key = new PluginKey<SelectionState>('undoSelection');
  return new Plugin<SelectionState>({
    key,
    state: {
      init: () => ({ previous: null }),
      apply: (transaction, value, oldState) => {
        // What plugins append belongs to the step of the user that they followed.
        if (transaction.getMeta('appendedTransaction') !== undefined) return value;
        // The text of such a transaction is in the document already: the old caret does not fit it.
        if (transaction.getMeta(ySyncPluginKey) !== undefined) return value;
        const binding = bindingOf(oldState);
        return binding ? { previous: getRelativeSelection(binding, oldState) } : value;
      },
    },
    view: (view) => {
      const isReplaying = (): boolean => undoManager.undoing || undoManager.redoing;
      /** Where the caret was before what is being undone or redone, noted while text and document agree. */
      let beforeReplay: RelativeSelection | null = null;
      const remember = ({ stackItem }: StackEvent): void => {
        const binding = bindingOf(view.state);
        if (!binding) return;
        stackItem.meta.set(binding, isReplaying() ? beforeReplay : (key.getState(view.state)?.previous ?? null));
      };
      const restore = ({ stackItem }: StackEvent): void => {
        const binding = bindingOf(view.state);
        const remembered = stackItem.meta.get(binding) as RelativeSelection | null | undefined;
        if (binding && remembered) select(view, binding, remembered);
      };
      // The binding takes its note first, and keeps what is put in its place.
      const freeFromOffsets = (): void => {
        const binding = bindingOf(view.state);
        if (binding?.beforeTransactionSelection) {
          binding.beforeTransactionSelection = purelyRelative(binding.beforeTransactionSelection);
        }
        if (binding && isReplaying()) beforeReplay = getRelativeSelection(binding, view.state);
      };
      undoManager.on('stack-item-added', remember);
      undoManager.on('stack-item-popped', restore);
      undoManager.doc.on('beforeAllTransactions', freeFromOffsets);
      return {
        destroy: () => {
          undoManager.doc.off('beforeAllTransactions', freeFromOffsets);
          undoManager.off('stack-item-added', remember);
          undoManager.off('stack-item-popped', restore);
        },
      };
    },
  });
}

/** The text is there again by now; the caret follows. */
function select(
  view: EditorView,
  { doc, type, mapping }: ProsemirrorBinding,
  { anchor, head }: RelativeSelection,
): void {
  const positions = [anchor, head].map((end: unknown) =>
    end ? relativePositionToAbsolutePosition(doc, type, end, mapping) : null,
  );
  const [from, to] = positions;
  if (typeof from !== 'number' || typeof to !== 'number') return;
  const { tr, doc: text } = view.state;
  const inside = (position: number): number => Math.min(position, text.content.size);
  view.dispatch(
    tr.setSelection(TextSelection.between(text.resolve(inside(from)), text.resolve(inside(to)))).scrollIntoView(),
  );
}

function bindingOf(state: Parameters<typeof ySyncPluginKey.getState>[0]): ProsemirrorBinding | null {
  return (ySyncPluginKey.getState(state) as { binding?: ProsemirrorBinding } | undefined)?.binding ?? null;
}
