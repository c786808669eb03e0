import { Extension, type Extensions } from '@tiptap/core';
import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import { search } from 'prosemirror-search';
import { redo, undo } from '../app/changes.ts';
import type { StrategyStore } from '../app/strategy-store.ts';
import type { OpenDocument, StrategyConnection } from '../bridge/strategy-connection.ts';
import { Collaboration } from './extensions/collaboration.ts';
import { ColleagueCarets } from './extensions/colleague-carets.ts';
import { ReferenceKeys } from './extensions/reference-keys.ts';
import { TypingBelow } from './extensions/typing-below.ts';
import { schemaExtensions, type SchemaHost } from './extensions/schema-extensions.ts';
import { TableKeys } from './extensions/table-keys.ts';
import type { TagMarginHost } from './extensions/tag-chips.ts';
import { TagMargin } from './extensions/tag-margin.ts';
import { ClipboardTags } from './paste/clipboard-tags.ts';
import { spellingMarks, type SpellingMarksHost } from './spelling/spelling-marks.ts';

export interface EditorParts {
  readonly document: OpenDocument;
  readonly connection: StrategyConnection;
  readonly store: StrategyStore;
  readonly section: string;
  readonly host: TagMarginHost;
  readonly onPick: () => void;
  readonly onComment: () => void;
  readonly onFind: () => void;
  /** Searches the whole strategy. */
  readonly onSearch: () => void;
  readonly onRefer: () => void;
  readonly schema: SchemaHost;
  readonly spelling: SpellingMarksHost;
}

/** Everything that the editor of a section is made of. */
export function editorExtensions({
  document,
  connection,
  store,
  section,
  host,
  onPick,
  onComment,
  onFind,
  onSearch,
  onRefer,
  schema,
  spelling,
}: EditorParts): Extensions {
  return [
    ...schemaExtensions({ ...schema, footnotePlugins: () => [spellingMarks(spelling)] }),
    Collaboration.configure({
      doc: document.doc,
      undo: () => undo({ connection, store }),
      redo: () => redo({ connection, store }),
      undoManager: connection.undoManagerOf(section),
    }),
    ColleagueCarets.configure({ presences: connection.presences, section }),
    TagMargin.configure({ doc: document.doc, host }),
    ClipboardTags.configure({ doc: document.doc }),
    TableKeys,
    TypingBelow,
    ReferenceKeys.configure({ onInsert: onRefer, goTo: (target) => schema.references.goTo(target) }),
    Dropcursor,
    Gapcursor,
    Extension.create({
      name: 'windowKeys',
      addProseMirrorPlugins: () => [search(), spellingMarks(spelling)],
      addKeyboardShortcuts: () => ({
        'Alt-Enter': taken(onPick),
        'Mod-Alt-m': taken(onComment),
        'Mod-f': taken(onFind),
        'Mod-h': taken(onFind),
        'Mod-Shift-f': taken(onSearch),
      }),
    }),
  ];
}

/** A key that does something here and nothing elsewhere. */
function taken(act: () => void): () => true {
  return () => {
    act();
    return true;
  };
}
