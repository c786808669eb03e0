import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportPreview, ImportResult } from '../../shared/contract/imports.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import { appendContent, writeContent } from '../../shared/document/content.ts';
import { createId } from '../../shared/document/ids.ts';
import { OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { appendSections } from '../../shared/document/outline.ts';
import { isLeafBlockType, type NodeJson } from '../../shared/document/schema.ts';
import { countWords } from '../../shared/domain/words.ts';
import { readImport, type ReadImport, type SplitLevel } from '../exchange/import/read-import.ts';
import type { Workspace } from './workspace.ts';

export interface ImportOrder {
  /** Path of the source. */
  readonly file: string;
  /** Where it is added; without it, sections of its own at the end. */
  readonly section?: string | undefined;
  readonly splitLevel: SplitLevel;
}

/** What a source would become, for whoever is asked whether it shall. */
export function previewImport({ sections, splitLevel, dropped }: ReadImport): ImportPreview {
  return {
    sections: sections.map(({ title, content }) => ({ title, ...measure(content), content: [...content] })),
    splitLevel,
    dropped: [...dropped],
  };
}

/**
 * Brings a file in. The texts are written before the outline names them: whatever ends the process in
 * between, no section is without its text. The strategy as it was is kept as a version that names the file.
 * What follows from the texts, such as rows to search in, is made when somebody asks for it or in the next
 * quiet moment.
 * @param as Who signs, if not the person of this device.
 * @throws FailureError when it cannot be read or written; nothing is shown of it then.
 */
export async function importText(workspace: Workspace, order: ImportOrder, as?: string): Promise<ImportResult> {
  const { file, section, splitLevel } = order;
  const { sections: present } = await workspace.outline();
  if (section !== undefined && !present.some(({ id }) => id === section)) {
    throw new FailureError('section-unknown', { section });
  }
  const read = readImport(file, readSource(file), { splitLevel, isOneSection: section !== undefined });
  const { sections, dropped } = read;
  await workspace.keepVersion({ cause: 'import', name: '', note: basename(file) }, as);
  const blocks = sections.reduce((sum, { content }) => sum + measure(content).blocks, 0);
  if (section !== undefined) {
    await workspace.write(sectionDocument(section), (doc) => appendContent(doc, sections[0]!.content), as);
    return { sections: [section], blocks, dropped: [...dropped] };
  }
  const added = sections.map(({ title, content }) => ({ id: createId(), title, content }));
  // At once, and so in one commit.
  await Promise.all(
    added.map(({ id, content }) => workspace.write(sectionDocument(id), (doc) => writeContent(doc, content), as)),
  );
  await workspace.write(OUTLINE, (doc) => appendSections(doc, added), as);
  return { sections: added.map(({ id }) => id), blocks, dropped: [...dropped] };
}

function readSource(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new FailureError('source-missing', { file });
  }
}

function measure(content: readonly NodeJson[]): { words: number; blocks: number } {
  let words = 0;
  let blocks = 0;
  const visit = (node: NodeJson): string => {
    const text = node.text ?? (node.content ?? []).map(visit).join(node.type === 'footnote' ? '' : textGap(node));
    if (!isLeafBlockType(node.type)) return text;
    blocks++;
    words += countWords(text);
    return '';
  };
  content.forEach(visit);
  return { words, blocks };
}

/** Footnotes and breaks end a word. */
function textGap({ content }: NodeJson): string {
  return content?.some(({ type }) => type === 'footnote' || type === 'hardBreak') ? ' ' : '';
}
