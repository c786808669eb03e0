import * as Y from 'yjs';
import { readBlocks } from '../shared/document/blocks.ts';
import { createId } from '../shared/document/ids.ts';
import { contentOf } from '../shared/document/layout.ts';
import type { Workspace } from './workspace/workspace.ts';

/** Writes a paragraph at the end of a section, as the editor does. */
export function appendParagraph(doc: Y.Doc, text: string): void {
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.setAttribute('id', createId());
    contentOf(doc).push([paragraph]);
    paragraph.push([new Y.XmlText(text)]);
  });
}

/** Of the blocks of a section. */
export function textsOf(doc: Y.Doc): string[] {
  return readBlocks(contentOf(doc)).map(({ text }) => text);
}

/** The same of a section of a strategy that is open here. */
export function textsAt({ hub }: Workspace, document: string): Promise<string[]> {
  return hub.read(document, textsOf);
}
