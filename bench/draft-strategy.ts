import * as Y from 'yjs';
import { StrategyFile } from '../electron/storage/strategy-file.ts';
import { DEVICE_BITS } from '../shared/document/client-id.ts';
import { writeContent } from '../shared/document/content.ts';
import { OUTLINE, sectionDocument } from '../shared/document/layout.ts';
import { writeOutline } from '../shared/document/outline.ts';
import { isLeafBlockType, type NodeJson } from '../shared/document/schema.ts';
import type { SeededDocuments } from '../shared/document/seed.ts';
import { putTag, type Tag } from '../shared/document/tags.ts';

const DEVICE = 7;
export const BENCH_AUTHOR = { device: DEVICE, name: 'Bench', organisation: 'Office' } as const;

export interface DraftSection {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  /** Leaf blocks have ids. */
  readonly nodes: readonly NodeJson[];
  readonly tags: readonly Tag[];
}

/** A strategy as plain data, before it is written into documents. */
export interface DraftStrategy {
  readonly title: string;
  readonly locale: string;
  readonly sections: readonly DraftSection[];
}

/** Writes a draft into documents as a template is seeded; ids of clients come from `random`. */
export function createDocuments({ title, locale, sections }: DraftStrategy, random: () => number): SeededDocuments {
  const create = (): Y.Doc => {
    const doc = new Y.Doc();
    doc.clientID = Math.floor(random() * 2 ** 32) * 2 ** DEVICE_BITS + DEVICE;
    return doc;
  };
  const outline = create();
  writeOutline(outline, {
    title,
    template: 'national',
    locale,
    sections: sections.map(({ id, title: name, owner }) => ({ id, title: name, owner })),
  });
  const documents = new Map([[OUTLINE, outline]]);
  for (const { id, nodes, tags } of sections) {
    const doc = create();
    writeContent(doc, nodes);
    for (const tag of tags) putTag(doc, tag);
    documents.set(sectionDocument(id), doc);
  }
  return documents;
}

/** Writes a draft to a new .strategy file. */
export function writeStrategyFile(file: string, draft: DraftStrategy, random: () => number): void {
  StrategyFile.create(file, createDocuments(draft, random), BENCH_AUTHOR).close();
}

/** Gives the leaf blocks among the nodes ids from `createId`. */
export function withBlockIds(nodes: readonly NodeJson[], createId: () => string): NodeJson[] {
  return nodes.map((node) => {
    const content = node.content && !isLeafBlockType(node.type) ? withBlockIds(node.content, createId) : node.content;
    return {
      ...node,
      ...(isLeafBlockType(node.type) ? { attrs: { ...node.attrs, id: createId() } } : {}),
      ...(content ? { content } : {}),
    };
  });
}
