import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { contentOf } from './layout.ts';
import { schema, type NodeJson } from './schema.ts';

/** The text of a section as plain JSON, for exports and comparisons. */
export function readContent(doc: Y.Doc): NodeJson {
  return yXmlFragmentToProsemirrorJSON(contentOf(doc)) as unknown as NodeJson;
}

/** Writes a section's text into a fresh document. Throws when the text is not of the schema. */
export function writeContent(doc: Y.Doc, content: readonly NodeJson[]): void {
  prosemirrorJSONToYXmlFragment(schema, { type: 'doc', content }, contentOf(doc));
}
