import { prosemirrorJSONToYXmlFragment, updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { contentOf } from './layout.ts';
import { schema, type NodeJson } from './schema.ts';

/** The text of a section as plain JSON, for exports and comparisons. */
export function readContent(doc: Y.Doc): NodeJson {
  return yXmlFragmentToProsemirrorJSON(contentOf(doc)) as unknown as NodeJson;
}

/**
 * Writes a section's text into a fresh document; nobody's step of undo. Throws when the text is not of
 * the schema.
 */
export function writeContent(doc: Y.Doc, content: readonly NodeJson[]): void {
  // The library would call it an edit of the editor.
  doc.transact(() => prosemirrorJSONToYXmlFragment(schema, { type: 'doc', content }, contentOf(doc)), 'seed');
}

/** Makes this the text of a section, touching nothing that is so already. */
export function replaceContent(doc: Y.Doc, content: readonly NodeJson[]): void {
  const node = schema.nodeFromJSON({ type: 'doc', content });
  updateYFragment(doc, contentOf(doc), node, { mapping: new Map(), isOMark: new Map() });
}

/** Adds to the end of a section's text; takes the place of an empty one. */
export function appendContent(doc: Y.Doc, content: readonly NodeJson[]): void {
  const present = readContent(doc).content ?? [];
  const [only] = present;
  const isEmpty =
    present.length === 0 || (present.length === 1 && only!.type === 'paragraph' && !only!.content?.length);
  replaceContent(doc, isEmpty ? content : [...present, ...content]);
}
