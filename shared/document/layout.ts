import type * as Y from 'yjs';

/** Names of the Y.Docs of a strategy, and of the shared types inside them. */
export const OUTLINE = 'outline';
const SECTION_PREFIX = 'section/';

export function sectionDocument(sectionId: string): string {
  return `${SECTION_PREFIX}${sectionId}`;
}

/** The section that a document holds, or null when it holds something else. */
export function sectionOfDocument(name: string): string | null {
  if (!name.startsWith(SECTION_PREFIX)) return null;
  const id = name.slice(SECTION_PREFIX.length);
  return /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : null;
}

export function isDocumentName(name: string): boolean {
  return name === OUTLINE || sectionOfDocument(name) !== null;
}

/** The text of a section. */
export function contentOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('content');
}

/** The tags of a section: one entry per `block|framework:number`. */
export function tagsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('tags');
}
