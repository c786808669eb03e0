import type * as Y from 'yjs';

/** Names of the Y.Docs of a strategy, and of the shared types inside them. */
export const OUTLINE = 'outline';
const SECTION_PREFIX = 'section/';
const COMMENTS_PREFIX = 'comments/';

export function sectionDocument(sectionId: string): string {
  return `${SECTION_PREFIX}${sectionId}`;
}

/** The section that a document holds, or null when it holds something else. */
export function sectionOfDocument(name: string): string | null {
  return sectionBehind(SECTION_PREFIX, name);
}

/** What is said about a section, in a document that only the process which answers for the strategy writes. */
export function commentsDocument(sectionId: string): string {
  return `${COMMENTS_PREFIX}${sectionId}`;
}

/** The section that a document has the comments on, or null when it holds something else. */
export function sectionOfComments(name: string): string | null {
  return sectionBehind(COMMENTS_PREFIX, name);
}

function sectionBehind(prefix: string, name: string): string | null {
  if (!name.startsWith(prefix)) return null;
  const id = name.slice(prefix.length);
  return /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : null;
}

export function isDocumentName(name: string): boolean {
  return name === OUTLINE || sectionOfDocument(name) !== null || sectionOfComments(name) !== null;
}

/** The text of a section. */
export function contentOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('content');
}

/** The tags of a section: one entry per `block|framework:number`. */
export function tagsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('tags');
}
