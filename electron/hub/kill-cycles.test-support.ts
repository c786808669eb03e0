import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { readOutline } from '../../shared/document/outline.ts';
import { StrategyFile } from '../storage/strategy-file.ts';
import { kill, Peer, serveFile } from './served-process.test-support.ts';
import { appendParagraph, textsOf } from '../paragraphs.test-support.ts';

export interface KillReport {
  readonly cycles: number;
  readonly acknowledged: number;
  /** Acknowledged edits that were not in the file afterwards. */
  readonly lost: number;
  /** Times that the file did not open. */
  readonly unopened: number;
}

/** A small generator of numbers in [0, 1) that a seed repeats. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Kills the process in the middle of writing, again and again on one file: whatever was acknowledged
 * must be in the file, and the file must open.
 */
export async function runKillCycles(file: string, home: string, cycles: number, seed: number): Promise<KillReport> {
  const random = seededRandom(seed);
  const acknowledged = new Set<string>();
  let lost = 0;
  let unopened = 0;
  const section = readSections(file)[0]!;
  for (let cycle = 0; cycle < cycles; cycle++) {
    for (const text of await writeUntilKilled(file, home, section, cycle, random)) acknowledged.add(text);
    try {
      const stored = readTexts(file, section);
      for (const text of acknowledged) if (!stored.has(text)) lost++;
    } catch {
      unopened++;
    }
  }
  rmSync(join(home, 'open'), { recursive: true, force: true });
  return { cycles, acknowledged: acknowledged.size, lost, unopened };
}

async function writeUntilKilled(
  file: string,
  home: string,
  section: string,
  cycle: number,
  random: () => number,
): Promise<string[]> {
  const served = await serveFile(file, home);
  const peer = new Peer(served, sectionDocument(section), 7);
  await peer.synced();
  const sent: string[] = [];
  let acknowledged = 0;
  peer.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    acknowledged = Math.max(acknowledged, sent.length - number);
  });
  const deadline = Date.now() + 5 + random() * 120;
  while (Date.now() < deadline) {
    const burst = 1 + Math.floor(random() * 8);
    for (let edit = 0; edit < burst; edit++) {
      const text = `cycle ${cycle} edit ${sent.length}`;
      sent.push(text);
      appendParagraph(peer.doc, text);
    }
    await delay(random() < 0.5 ? 0 : 1 + random() * 6);
  }
  await kill(served);
  const kept = sent.slice(0, acknowledged);
  peer.close();
  return kept;
}

function withFile<T>(path: string, read: (file: StrategyFile) => T): T {
  const file = StrategyFile.open(path);
  try {
    return read(file);
  } finally {
    file.close();
  }
}

function readSections(path: string): string[] {
  return withFile(path, (file) => {
    const doc = new Y.Doc();
    file.load(OUTLINE, doc);
    return readOutline(doc).sections.map(({ id }) => id);
  });
}

function readTexts(path: string, section: string): ReadonlySet<string> {
  return withFile(path, (file) => {
    const doc = new Y.Doc();
    file.load(sectionDocument(section), doc);
    return new Set(textsOf(doc));
  });
}
