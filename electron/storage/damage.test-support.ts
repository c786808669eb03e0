import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { writeContent } from '../../shared/document/content.ts';
import { commentsDocument, OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { applyCommentCommand, type CommentCommand } from '../../shared/document/comments.ts';
import { renameSection, setSectionDeleted } from '../../shared/document/outline.ts';
import { putTag } from '../../shared/document/tags.ts';
import { png } from '../png.test-support.ts';
import { temporaryApplication, temporaryFolder } from '../strategy.test-support.ts';

/** A strategy as its bytes. */
export interface Bytes {
  readonly file: Buffer;
  /** What lies in `-wal` beside it. */
  readonly log: Buffer;
}

export interface Damaged extends Bytes {
  /** What was done to it, and with which number. */
  readonly what: string;
}

const PAGE = 4096;
export const PICTURE = png(40, 20);

const COMMENT: CommentCommand = {
  kind: 'begin',
  thread: '00000000-0000-4000-8000-000000000001',
  message: '00000000-0000-4000-8000-000000000002',
  block: 'block0',
  quote: 'Ministries of Maravia',
  text: 'Which ministries?',
};

/** A strategy with text, tags, a snapshot, a comment, a version, a picture, and edits that wait in its log. */
export async function writeOriginal(): Promise<Bytes> {
  const { application, folder } = temporaryApplication();
  const path = join(folder, 'original.strategy');
  const { workspace } = application.create(path, { title: 'Strategy of Maravia', template: 'action-plan' }, 'Ana Lead');
  const sections = (await workspace.outline()).sections.map(({ id }) => id);
  const write = async (index: number, text: string): Promise<void> => {
    await workspace.edit(sectionDocument(sections[index]!), (doc) => {
      const block = `block${index}x${text.length}`;
      const content = [{ type: 'text', text }];
      writeContent(doc, [
        { type: 'heading', attrs: { id: `h${block}`, level: 2 }, content: [{ type: 'text', text: `Part ${index}` }] },
        { type: 'paragraph', attrs: { id: block }, content },
      ]);
      putTag(doc, {
        block,
        framework: 'valletta-2025',
        principle: 10 + index,
        strength: 'full',
        reason: 'As the text says',
        by: 'Ana Lead',
        at: '2026-01-01T00:00:00.000Z',
      });
    });
  };
  for (let index = 0; index < 8; index++) await write(index, `Ministries of Maravia act together. `.repeat(index + 1));
  workspace.keepAsset(PICTURE);
  await workspace.edit(commentsDocument(sections[0]!), (doc) =>
    applyCommentCommand(doc, COMMENT, { by: 'Ben', organisation: '', device: 2, at: '2026-01-01T00:00:00.000Z' }),
  );
  workspace.file.compact(sectionDocument(sections[0]!));
  workspace.file.compact(OUTLINE);
  const { db } = workspace.file;
  db.prepare(`INSERT INTO version SELECT 'v1', 'person', 'Before review', '', min(id), 0 FROM author`).run();
  const stored = workspace.file.stored(OUTLINE).snapshot!;
  const seq = workspace.file.lastSeq(OUTLINE);
  db.prepare('INSERT INTO version_state VALUES (?, ?, ?)').run(OUTLINE, seq, deflateSync(stored));
  db.prepare('INSERT INTO version_document VALUES (?, ?, ?)').run('v1', OUTLINE, seq);
  workspace.file.gather();
  // From here on nothing is moved out of the log, as when the process is killed.
  workspace.file.gather = () => {};
  await workspace.edit(OUTLINE, (doc) => renameSection(doc, sections[1]!, 'Renamed at the end'));
  await workspace.edit(OUTLINE, (doc) => setSectionDeleted(doc, sections[10]!, true));
  for (let index = 8; index < 10; index++) await write(index, `Written last, in ${index}. `.repeat(4));
  const copy = join(folder, 'copy.strategy');
  for (const ending of ['', '-wal']) copyFileSync(`${path}${ending}`, `${copy}${ending}`);
  return { file: readFileSync(copy), log: readFileSync(`${copy}-wal`) };
}

/** The same with nothing waiting in its log. */
export function gathered(original: Bytes): Bytes {
  const path = join(temporaryFolder(), 'gathered.strategy');
  writeDamaged(path, original);
  const db = new Database(path);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return { file: readFileSync(path), log: Buffer.alloc(0) };
}

/** How long a log is after each of its commits. */
export function commitsOf(log: Buffer): number[] {
  const lengths: number[] = [0];
  for (let at = 32; at + 24 + PAGE <= log.length; at += 24 + PAGE)
    if (log.readUInt32BE(at + 4) > 0) lengths.push(at + 24 + PAGE);
  return lengths;
}

export function writeDamaged(path: string, { file, log }: Bytes): void {
  writeFileSync(path, file);
  if (log.length > 0) writeFileSync(`${path}-wal`, log);
}

/** What lies at a path now. */
export function bytesAt(path: string): Bytes {
  return {
    file: readFileSync(path),
    log: existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0),
  };
}

/** Numbers from 0 up to `below`, the same for the same seed (mulberry32). */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Damage = (bytes: Buffer, random: (below: number) => number) => Buffer;

const flipBit: Damage = (bytes, random) => {
  const copy = Buffer.from(bytes);
  const at = random(copy.length);
  copy[at]! ^= 1 << random(8);
  return copy;
};

/** What can go wrong with a run of bytes. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  truncated: (bytes, random) => bytes.subarray(0, random(bytes.length)),
  'truncated between pages': (bytes, random) => bytes.subarray(0, (1 + random(bytes.length / PAGE)) * PAGE),
  'one bit flipped': flipBit,
  'ten bits flipped': (bytes, random) => {
    let copy = bytes;
    for (let count = 0; count < 10; count++) copy = flipBit(copy, random);
    return copy;
  },
  'some bytes overwritten': (bytes, random) => {
    const copy = Buffer.from(bytes);
    const at = random(copy.length);
    for (let index = at; index < Math.min(copy.length, at + 64); index++) copy[index] = random(256);
    return copy;
  },
  'a page zeroed': (bytes, random) => {
    const copy = Buffer.from(bytes);
    const at = random(copy.length / PAGE) * PAGE;
    return copy.fill(0, at, Math.min(copy.length, at + PAGE));
  },
  'two pages swapped': (bytes, random) => {
    const pages = Math.floor(bytes.length / PAGE);
    const [a, b] = [random(pages) * PAGE, random(pages) * PAGE];
    const copy = Buffer.from(bytes);
    bytes.copy(copy, a, b, b + PAGE);
    bytes.copy(copy, b, a, a + PAGE);
    return copy;
  },
  'a bit of the header flipped': (bytes, random) =>
    Buffer.concat([flipBit(bytes.subarray(0, 100), random), bytes.subarray(100)]),
  'its beginning cut off': (bytes, random) => bytes.subarray(1 + random(200)),
  'garbage behind it': (bytes, random) =>
    Buffer.concat([bytes, Buffer.from(Array.from({ length: 1 + random(9000) }, () => random(256)))]),
  'a hole in it': (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(600))]);
  },
};

/** Other things that may have the name of a strategy. */
function foreignFiles(): Damaged[] {
  const other = join(temporaryFolder(), 'other.db');
  const db = new Database(other);
  db.exec('CREATE TABLE meta (key, value); PRAGMA application_id = 1447119959');
  db.close();
  const none = Buffer.alloc(0);
  return [
    { what: 'an empty file', file: none, log: none },
    { what: 'a text', file: Buffer.from('Dear colleague, please find the strategy below.'), log: none },
    { what: 'zeros', file: Buffer.alloc(3 * PAGE), log: none },
    { what: 'a Word file', file: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5000, 7)]), log: none },
    { what: 'another SQLite file that says it is a strategy', file: readFileSync(other), log: none },
    { what: 'a header alone', file: readFileSync(other).subarray(0, 100), log: none },
  ];
}

/** Damaged strategies, the same ones for the same seed: `each` of every kind, in the file and in its log. */
export function* damagedFiles(original: Bytes, seed: number, each: number): Generator<Damaged> {
  const whole = gathered(original);
  yield* foreignFiles();
  for (const [kind, damage] of Object.entries(DAMAGES)) {
    for (let number = 0; number < each; number++) {
      const random = createRandom(seed + number * 7919 + kind.length);
      yield { what: `${kind}, ${number}`, file: damage(whole.file, random), log: whole.log };
      yield { what: `${kind}, ${number}, with a log`, file: damage(original.file, random), log: original.log };
      if (kind !== 'a bit of the header flipped' || number < 8)
        yield { what: `${kind} in the log, ${number}`, file: original.file, log: damage(original.log, random) };
    }
  }
}
