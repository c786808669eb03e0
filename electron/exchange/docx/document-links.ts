import type { ParagraphChild } from 'docx';
import { isLeafBlockType, type NodeJson } from '../../../shared/document/schema.ts';
import type { ExportedSection, ExportedStrategy } from './exported-strategy.ts';
import { headingLevel } from './heading-level.ts';
import { walk } from './node-walk.ts';
import { NumberedBookmark } from './numbered-bookmark.ts';

/** Deepest heading that the table of contents lists. */
export const CONTENTS_DEPTH = 3;

/** What links of the document lead to, found before anything is written. */
export interface DocumentLinks {
  /** The children with the bookmark of their section or block around them, if it has one. */
  readonly mark: (target: ExportedSection | NodeJson, children: readonly ParagraphChild[]) => readonly ParagraphChild[];
  /** The children with a bookmark of this name around them. */
  readonly wrap: (name: string, children: readonly ParagraphChild[]) => readonly ParagraphChild[];
  /** Name of the bookmark of a section or heading, for the table of contents. */
  readonly nameOf: (target: ExportedSection | NodeJson) => string | undefined;
  /** Name of the bookmark that `#id` leads to. */
  readonly resolve: (id: string) => string | undefined;
  /** Id of the relationship for an address: the same one for the same address. */
  readonly addressId: (address: string) => string;
}

export function createDocumentLinks({ sections }: ExportedStrategy): DocumentLinks {
  const wanted = new Set<string>();
  for (const { content } of sections) walk(content, (node) => addFragments(wanted, node));
  const names = new Map<ExportedSection | NodeJson, string>();
  const byId = new Map<string, string>();
  const bookmark = (target: ExportedSection | NodeJson, id: unknown, isListed: boolean): void => {
    const isWanted = typeof id === 'string' && wanted.has(id) && !byId.has(id);
    if ((!isListed && !isWanted) || names.has(target)) return;
    const name = `${isListed ? '_Toc' : '_Ref'}${String(names.size + 1).padStart(9, '0')}`;
    names.set(target, name);
    if (isWanted) byId.set(id, name);
  };
  for (const section of sections) {
    bookmark(section, section.id, true);
    walk(section.content, (node) => {
      const isListed = node.type === 'heading' && headingLevel(node) <= CONTENTS_DEPTH;
      if (isLeafBlockType(node.type) || node.type === 'footnote') bookmark(node, node.attrs?.['id'], isListed);
    });
  }
  const marked = new Set<string>();
  const addresses = new Map<string, string>();
  const wrap: DocumentLinks['wrap'] = (name, children) => {
    if (marked.has(name)) return children;
    marked.add(name);
    return [new NumberedBookmark(name, marked.size, children)];
  };
  return {
    mark: (target, children) => {
      const name = names.get(target);
      return name === undefined ? children : wrap(name, children);
    },
    wrap,
    nameOf: (target) => names.get(target),
    resolve: (id) => byId.get(id),
    addressId: (address) => {
      const known = addresses.get(address);
      if (known !== undefined) return known;
      const id = `Link${addresses.size + 1}`;
      addresses.set(address, id);
      return id;
    },
  };
}

/** Ids that links and references within the document lead to. */
function addFragments(wanted: Set<string>, { type: node, attrs: own, marks }: NodeJson): void {
  if (node === 'reference' && typeof own?.['target'] === 'string') wanted.add(own['target']);
  for (const { type, attrs } of marks ?? []) {
    const href = attrs?.['href'];
    if (type === 'link' && typeof href === 'string' && href.startsWith('#')) wanted.add(href.slice(1));
  }
}
