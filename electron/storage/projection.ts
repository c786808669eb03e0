import * as Y from 'yjs';
import { z } from 'zod';
import { BLOCK_KINDS, readBlocks, type Block } from '../../shared/document/blocks.ts';
import { contentOf, sectionOfDocument } from '../../shared/document/layout.ts';
import { readPictures } from '../../shared/document/pictures.ts';
import { readTags, strengthSchema, type Tag } from '../../shared/document/tags.ts';
import { foldText } from '../../shared/domain/text-search.ts';
import type { StrategyFile } from './strategy-file.ts';

/** What the projection holds of one section. */
export interface ProjectedSection {
  readonly blocks: readonly Block[];
  readonly tags: readonly Tag[];
  /** Hashes of the pictures that it names, whether they are here or not. */
  readonly pictures: readonly string[];
}

const rowsSchema = z.object({
  blocks: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(BLOCK_KINDS),
      level: z.number().nullable(),
      text: z.string(),
      footnotes: z
        .string()
        .transform(parseJson)
        .pipe(z.array(z.object({ id: z.string().nullable(), text: z.string() }))),
      words: z.int(),
    }),
  ),
  tags: z.array(
    z.object({
      block: z.string(),
      framework: z.string(),
      principle: z.int(),
      strength: strengthSchema,
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  pictures: z.array(z.string()),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function projectSection(doc: Y.Doc): ProjectedSection {
  const content = contentOf(doc);
  return { blocks: readBlocks(content), tags: readTags(doc), pictures: readPictures(content) };
}

/**
 * The blocks and tags of all sections as rows, so that coverage, search and the command line need
 * not open every document. Rebuilt from the documents at any time; never the source of truth.
 */
export class Projection {
  readonly #file: StrategyFile;

  constructor(file: StrategyFile) {
    this.#file = file;
  }

  /** Rows of one section, empty when it was never written; null when they are damaged. */
  read(section: string): ProjectedSection | null {
    const { db } = this.#file;
    const rows = db
      .prepare('SELECT id, kind, level, text, footnotes, words FROM block WHERE section = ? ORDER BY idx')
      .all(section);
    const tags = db
      .prepare(
        'SELECT block, framework, principle, strength, reason, by, at FROM tag WHERE section = ? ORDER BY block, framework, principle',
      )
      .all(section);
    const pictures = db.prepare('SELECT asset FROM picture WHERE section = ? ORDER BY rowid').pluck().all(section);
    const parsed = rowsSchema.safeParse({ blocks: rows, tags, pictures });
    return parsed.success ? parsed.data : null;
  }

  /** Ids that blocks of other sections share with a block of this one. */
  sharedBlocks(section: string): { id: string; section: string }[] {
    return this.#file.db
      .prepare(
        `SELECT DISTINCT other.id, other.section FROM block AS own
         JOIN block AS other ON other.id = own.id AND other.section <> own.section
         WHERE own.section = ? AND own.id <> ''`,
      )
      .all(section) as { id: string; section: string }[];
  }

  /** The sections, deleted or not, whose rows hold a block of this id. */
  sectionsWith(block: string): string[] {
    return this.#file.db.prepare('SELECT section FROM block WHERE id = ?').pluck().all(block) as string[];
  }

  /** Writes a section's rows, as of sequence number `seq` of its document. */
  write(document: string, seq: number, { blocks, tags, pictures }: ProjectedSection): void {
    const section = sectionOfDocument(document);
    if (section === null) return;
    const { db } = this.#file;
    this.#file.derive(() => {
      db.prepare('DELETE FROM search WHERE rowid IN (SELECT row FROM block WHERE section = ?)').run(section);
      db.prepare('DELETE FROM block WHERE section = ?').run(section);
      db.prepare('DELETE FROM tag WHERE section = ?').run(section);
      db.prepare('DELETE FROM picture WHERE section = ?').run(section);
      const insertBlock = db.prepare(
        `INSERT INTO block (section, idx, id, kind, level, text, footnotes, words)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      );
      const insertSearch = db.prepare('INSERT INTO search (rowid, folded) VALUES (?, ?)');
      blocks.forEach(({ id, kind, level, text, footnotes, words }, index) => {
        const noted = JSON.stringify(footnotes);
        const { lastInsertRowid } = insertBlock.run(section, index, id, kind, level, text, noted, words);
        insertSearch.run(lastInsertRowid, foldText([text, ...footnotes.map((footnote) => footnote.text)].join('\n')));
      });
      const insertTag = db.prepare('INSERT INTO tag VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
      for (const { block, framework, principle, strength, reason, by, at } of tags) {
        insertTag.run(section, block, framework, principle, strength, reason, by, at);
      }
      const insertPicture = db.prepare('INSERT INTO picture VALUES (?, ?)');
      for (const picture of pictures) insertPicture.run(section, picture);
      db.prepare('INSERT OR REPLACE INTO projected (document, seq) VALUES (?, ?)').run(document, seq);
    });
  }

  /** Whether the rows of a document are as new as its log. */
  isCurrent(document: string): boolean {
    const seq = this.#file.db.prepare('SELECT seq FROM projected WHERE document = ?').pluck().get(document);
    return seq === this.#file.lastSeq(document);
  }

  /**
   * Brings the rows of all documents up to date, loading only those that have changed since. Rows
   * that cannot be written, or a section that cannot be read, keep nobody from the rest.
   */
  catchUp(): void {
    for (const document of this.#file.documents()) {
      if (sectionOfDocument(document) === null || this.isCurrent(document)) continue;
      const doc = new Y.Doc();
      try {
        const seq = this.#file.lastSeq(document);
        this.#file.load(document, doc);
        this.write(document, seq, projectSection(doc));
      } catch {
        // It stays behind, which readers see by `isCurrent`.
      } finally {
        doc.destroy();
      }
    }
  }
}
