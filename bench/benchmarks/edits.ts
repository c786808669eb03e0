import { copyFileSync, statSync } from 'node:fs';
import * as Y from 'yjs';
import { COMPACT_AFTER, StrategyFile, type UpdateEntry } from '../../electron/storage/strategy-file.ts';
import { Workspace } from '../../electron/workspace/workspace.ts';
import { readBlocks } from '../../shared/document/blocks.ts';
import { carryDevice } from '../../shared/document/client-id.ts';
import { contentOf, sectionDocument } from '../../shared/document/layout.ts';
import { assureBuilt } from '../measure/built-application.ts';
import { launchChromium } from '../browser/launch-chromium.ts';
import { timeOpening } from '../browser/time-opening.ts';
import { BENCH_AUTHOR, writeStrategyFile } from '../draft-strategy.ts';
import { information, ratioWithin, type Benchmark } from '../measure/benchmark.ts';
import { interleave } from '../measure/interleave.ts';
import { progress } from '../measure/progress.ts';
import { median } from '../measure/statistics.ts';
import type { Workplace } from '../measure/workplace.ts';
import { Prose } from '../prose.ts';
import { createIds, createRandom } from '../random.ts';

const EDITS = 200_000;
/** Every tenth letter is typed wrong, taken back and typed right: three edits. */
const WRONG_EVERY = 10;
/** Updates committed in one transaction, as when a fast typist meets a busy process. */
const GROUP = 10;
/** Edits after which the writer comes back another day, with a Yjs client of its own. */
const SESSION = 10_000;
const PARAGRAPH_WORDS = 80;
const LOADING_ROUNDS = 15;
const OPENING_ROUNDS = 7;
const MOST_TIMES_SIZE = 2;
const MOST_TIMES_OPENING = 1.5;
const SECTION = 'written';
const DOCUMENT = sectionDocument(SECTION);

/** What a long history of typing costs, against the same text pasted once. */
export const edits: Benchmark = {
  name: 'edits',
  about: '200,000 single-character edits against the same text pasted once',
  async run(workplace) {
    const typed = createFile(workplace, 'typed.strategy');
    const pasted = createFile(workplace, 'pasted.strategy');
    const paragraphs = type(typed);
    paste(pasted, paragraphs);
    const withLog = statSync(typed).size;
    const files = { typed: await prepare(typed), pasted: await prepare(pasted) };
    const sizes = { typed: statSync(files.typed).size, pasted: statSync(files.pasted).size };
    assertSame(files.typed, files.pasted);

    const loading = await compare(
      LOADING_ROUNDS,
      () => timeLoading(files.typed),
      () => timeLoading(files.pasted),
    );
    await assureBuilt();
    const browser = await launchChromium(workplace);
    const opening = await compare(
      OPENING_ROUNDS,
      timeOpening(workplace, browser, files.typed, paragraphs[0]!),
      timeOpening(workplace, browser, files.pasted, paragraphs[0]!),
    );
    const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
    const milliseconds = (time: number): string => `${time.toFixed(1)} ms`;
    return [
      ratioWithin(
        'edits: size of file',
        `typed ${kilobytes(sizes.typed)}, pasted ${kilobytes(sizes.pasted)}`,
        sizes.typed / sizes.pasted,
        MOST_TIMES_SIZE,
      ),
      information('edits: size with log', `typed ${kilobytes(withLog)}, with the log of the last 30 days`),
      ratioWithin(
        'edits: opening',
        `typed ${milliseconds(opening.typed)}, pasted ${milliseconds(opening.pasted)}`,
        opening.typed / opening.pasted,
        MOST_TIMES_OPENING,
      ),
      information(
        'edits: loading alone',
        `typed ${milliseconds(loading.typed)}, pasted ${milliseconds(loading.pasted)}`,
        `${(loading.typed / loading.pasted).toFixed(2)} ×`,
      ),
    ];
  },
};

interface Pair<T> {
  readonly typed: T;
  readonly pasted: T;
}

/** Medians of both, measured in turns, after once each that does not count: the code is compiled then. */
async function compare(
  rounds: number,
  typed: () => Promise<number>,
  pasted: () => Promise<number>,
): Promise<Pair<number>> {
  await typed();
  await pasted();
  const times = await interleave(rounds, { typed, pasted });
  return { typed: median(times.typed), pasted: median(times.pasted) };
}

function createFile(workplace: Workplace, name: string): string {
  const file = workplace.path(name);
  const section = { id: SECTION, title: 'Written', owner: '', nodes: [], tags: [] };
  writeStrategyFile(file, { title: 'Written', locale: 'en-GB', sections: [section] }, createRandom(1));
  return file;
}

/** Types the text letter by letter as a window and the process do. @returns The text. */
function type(path: string): string[] {
  const random = createRandom(2027);
  const createId = createIds(random);
  const prose = new Prose(random);
  const file = StrategyFile.open(path);
  const paragraphs: string[] = [];
  let waiting: UpdateEntry[] = [];
  let doc = openWindow();
  let count = 0;
  let letters = 0;

  while (count < EDITS) {
    const text = prose.paragraph(PARAGRAPH_WORDS);
    let written = '';
    edit((content) => content.push([paragraphElement(createId())]));
    for (const letter of text) {
      if (count >= EDITS) break;
      if (++letters % WRONG_EVERY === 0) {
        edit((content) => lastText(content).insert(written.length, 'x'));
        edit((content) => lastText(content).delete(written.length, 1));
      }
      edit((content) => lastText(content).insert(written.length, letter));
      written += letter;
    }
    paragraphs.push(written);
  }
  commit();
  file.close();
  return paragraphs;

  function edit(change: (content: Y.XmlFragment) => void): void {
    doc.transact(() => change(contentOf(doc)));
    if (waiting.length >= GROUP) commit();
    if (++count % SESSION === 0) {
      commit();
      doc.destroy();
      doc = openWindow();
      progress(`  ${count} edits`);
    }
  }

  /** The window's replica; what it changes waits for the next group. */
  function openWindow(): Y.Doc {
    const replica = carryDevice(new Y.Doc(), BENCH_AUTHOR.device);
    file.load(DOCUMENT, replica);
    replica.on('update', (data: Uint8Array) => {
      waiting.push({ document: DOCUMENT, data, author: BENCH_AUTHOR, at: Date.now(), clients: [replica.clientID] });
    });
    return replica;
  }

  function commit(): void {
    file.append(waiting);
    waiting = [];
    if (file.tailLength(DOCUMENT) >= COMPACT_AFTER) file.compact(DOCUMENT);
  }
}

/** Puts the same text in with one edit. */
function paste(path: string, paragraphs: readonly string[]): void {
  const createId = createIds(createRandom(3));
  const file = StrategyFile.open(path);
  const doc = carryDevice(new Y.Doc(), BENCH_AUTHOR.device);
  file.load(DOCUMENT, doc);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => {
    const elements = paragraphs.map(() => paragraphElement(createId()));
    contentOf(doc).push(elements);
    elements.forEach((element, index) => (element.get(0) as Y.XmlText).insert(0, paragraphs[index]!));
  });
  const data = Y.encodeStateAsUpdate(doc, before);
  file.append([{ document: DOCUMENT, data, author: BENCH_AUTHOR, at: Date.now(), clients: [doc.clientID] }]);
  file.close();
}

function paragraphElement(id: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.setAttribute('id', id);
  element.insert(0, [new Y.XmlText()]);
  return element;
}

function lastText(content: Y.XmlFragment): Y.XmlText {
  return (content.get(content.length - 1) as Y.XmlElement).get(0) as Y.XmlText;
}

/**
 * The file as it is when its log has run out of the retention: everything compacted, the log that
 * the snapshots contain deleted, free pages given back. The retained log is left out on purpose. It
 * is there for thirty days of attribution, its length depends on how those days were spent, and it
 * is not read when a file opens; what a strategy carries for good are its snapshots and projection.
 */
async function prepare(path: string): Promise<string> {
  const copy = path.replace(/\.strategy$/, '-bare.strategy');
  copyFileSync(path, copy);
  const file = StrategyFile.open(copy);
  // Once opened as a workspace, so that the projection is as new as the documents.
  const workspace = new Workspace(file, () => BENCH_AUTHOR);
  for (const document of file.documents()) file.compact(document);
  file.db.exec(`DELETE FROM update_log
    WHERE seq <= (SELECT seq FROM snapshot WHERE snapshot.document = update_log.document)`);
  file.db.exec('VACUUM');
  await workspace.close();
  return copy;
}

function assertSame(a: string, b: string): void {
  if (readText(a) !== readText(b)) throw new Error('The two files do not hold the same text.');
}

function readText(path: string): string {
  const file = StrategyFile.open(path);
  const doc = new Y.Doc();
  file.load(DOCUMENT, doc);
  file.close();
  return readBlocks(contentOf(doc))
    .map(({ text }) => text)
    .join('\n');
}

/**
 * What of opening the history of the document itself takes: from the closed file to a workspace and
 * the loaded document, in milliseconds. Nearly all of it is Yjs, which keeps an item for every run of
 * letters that was typed without a break; see docs/decisions/0007.
 */
async function timeLoading(path: string): Promise<number> {
  const began = performance.now();
  const file = StrategyFile.open(path);
  const workspace = new Workspace(file, () => BENCH_AUTHOR);
  const doc = new Y.Doc();
  file.load(DOCUMENT, doc);
  const time = performance.now() - began;
  doc.destroy();
  await workspace.close();
  return time;
}
