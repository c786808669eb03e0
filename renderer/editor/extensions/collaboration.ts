import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { blockIdentityKey, blockIdentityPlugin, staysInBlock } from '../../../shared/document/block-identity.ts';
import { contentOf } from '../../../shared/document/layout.ts';
import { applyTagConsequences } from '../../../shared/document/tag-consequences.ts';
import { carriedTags } from '../paste/carried-tags.ts';
import { keepSelectionWithSteps } from './undo-selection.ts';

export interface CollaborationOptions {
  readonly doc: Y.Doc;
  /** Of the window, whatever section it leads to. */
  readonly undo: () => void;
  readonly redo: () => void;
  readonly undoManager: Y.UndoManager;
}

/** A change that came from a colleague, from another window, or from undo. */
function isRemote(transaction: Transaction): boolean {
  return transaction.getMeta(ySyncPluginKey) !== undefined;
}

/**
 * Binds the editor to a section's document: text both ways, block identity, what edits mean for tags,
 * and the window's undo in place of the editor's own.
 */
export const Collaboration = Extension.create<CollaborationOptions>({
  name: 'collaboration',
  priority: 1000,

  addKeyboardShortcuts() {
    const undo = (): boolean => {
      this.options.undo();
      return true;
    };
    const redo = (): boolean => {
      this.options.redo();
      return true;
    };
    return { 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo };
  },

  addProseMirrorPlugins() {
    const { doc, undo, redo, undoManager } = this.options;
    return [
      readOnlyPlugin(() => this.editor.isEditable),
      ySyncPlugin(contentOf(doc)) as Plugin,
      blockIdentityPlugin(isRemote),
      tagConsequencesPlugin(doc),
      keepSelectionWithSteps(undoManager),
      nativeUndoPlugin(undo, redo),
      stepsPlugin(undoManager),
    ];
  },
});

/** While the text cannot be written, nothing of this window changes it, whatever tool asks for it. */
function readOnlyPlugin(isEditable: () => boolean): Plugin {
  return new Plugin({
    key: new PluginKey('readOnly'),
    filterTransaction: (transaction) => !transaction.docChanged || isRemote(transaction) || isEditable(),
  });
}

/** Comes after the binding, so that tags are written straight after the text they belong to. */
function tagConsequencesPlugin(doc: Y.Doc): Plugin {
  return new Plugin({
    key: new PluginKey('tagConsequences'),
    view: () => ({
      update: (view: EditorView, previous: EditorState) => {
        const now = blockIdentityKey.getState(view.state);
        if (!now || now === blockIdentityKey.getState(previous)) return;
        applyTagConsequences(doc, now.consequences, ySyncPluginKey, carriedTags());
      },
    }),
  });
}

/**
 * Splitting, merging and converting paragraphs, and what comes from the clipboard, begin a step of
 * undo, however soon they follow what was typed.
 */
function stepsPlugin(undoManager: Y.UndoManager): Plugin {
  const endStep = (): boolean => {
    undoManager.stopCapturing();
    return false;
  };
  return new Plugin({
    key: new PluginKey('steps'),
    filterTransaction: (transaction) => {
      if (transaction.docChanged && !isRemote(transaction) && !staysInBlock(transaction)) endStep();
      return true;
    },
    props: { handleDOMEvents: { paste: endStep, cut: endStep, drop: endStep } },
  });
}

/** Undo from the browser's or the system's own menu. */
function nativeUndoPlugin(undo: () => void, redo: () => void): Plugin {
  return new Plugin({
    key: new PluginKey('nativeUndo'),
    props: {
      handleDOMEvents: {
        beforeinput: (_view, event) => {
          if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
          event.preventDefault();
          if (event.inputType === 'historyUndo') undo();
          else redo();
          return true;
        },
      },
    },
  });
}
