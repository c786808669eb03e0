import { assureBuilt } from '../measure/built-application.ts';
import { setTimeout as delay } from 'node:timers/promises';
import type * as Y from 'yjs';
import { sectionDocument } from '../../shared/document/layout.ts';
import { writeLargeStrategy } from '../large-strategy.ts';
import { startHost } from '../lan/hosts.ts';
import { valueWithin, ratioWithin, information, type Benchmark } from '../measure/benchmark.ts';
import { progress } from '../measure/progress.ts';
import { assertMemoryIsTold, residentMegabytes } from '../measure/resident-memory.ts';
import { median, percentile } from '../measure/statistics.ts';

const MEMBERS = 50;
const SHARED = { words: 50_000, sections: MEMBERS, tagged: 0 };
const MINUTES = 5;
/** Between two letters of one member, in milliseconds: about as fast as people type. */
const BETWEEN_LETTERS = 200;
const MOST_MILLISECONDS = 50;
/** Of the memory at the end to that after the first minute. */
const MOST_GROWTH = 1.1;

/** Many people writing for a while, each in a section of their own. */
export const lanMembers: Benchmark = {
  name: 'lan-members',
  about: `${MEMBERS} members typing in different sections for ${MINUTES} minutes`,
  async run(workplace) {
    assertMemoryIsTold();
    await assureBuilt();
    const file = workplace.path('host.strategy');
    const names = writeLargeStrategy(file, SHARED).sections.map(({ id }) => sectionDocument(id));
    const host = await startHost(workplace, file);
    const observer = await host.client();
    const times: number[] = [];
    const writers: Y.Doc[] = [];
    for (const name of names) {
      const { doc } = await (await host.client()).open(name);
      const { doc: seen } = await observer.open(name);
      watch(doc, seen, times);
      writers.push(doc);
    }
    progress(`  ${MEMBERS} members are in`);
    const end = performance.now() + MINUTES * 60_000;
    const typing = writers.map((doc) => type(doc, end));
    const memory: number[] = [];
    for (let minute = 0; minute < MINUTES; minute++) {
      await delay(60_000);
      memory.push(residentMegabytes(host.pid));
      progress(`  after ${minute + 1} of ${MINUTES} minutes: ${times.length} letters, ${memory.at(-1)!.toFixed(0)} MB`);
    }
    await Promise.all(typing);
    return [
      valueWithin(
        'lan-members: edit to receipt, p95',
        `${times.length} letters, median ${median(times).toFixed(1)} ms`,
        percentile(times, 0.95),
        MOST_MILLISECONDS,
        'ms',
      ),
      ratioWithin(
        'lan-members: memory of the host, end to first minute',
        `${memory[0]!.toFixed(0)} MB, then ${memory.at(-1)!.toFixed(0)} MB`,
        memory.at(-1)! / memory[0]!,
        MOST_GROWTH,
      ),
      information('lan-members: memory by minute', memory.map((megabytes) => `${megabytes.toFixed(0)} MB`).join(', ')),
    ];
  },
};

/** Takes the time from each letter in one client's document to its arrival in another's. */
function watch(from: Y.Doc, to: Y.Doc, times: number[]): void {
  const sent: number[] = [];
  from.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
    if (local) sent.push(performance.now());
  });
  const text = to.getText('bench');
  let seen = 0;
  to.on('update', () => {
    for (; seen < text.length; seen++) times.push(performance.now() - sent[seen]!);
  });
}

async function type(doc: Y.Doc, end: number): Promise<void> {
  const text = doc.getText('bench');
  await delay(Math.random() * BETWEEN_LETTERS);
  while (performance.now() < end) {
    text.insert(text.length, 'x');
    await delay(BETWEEN_LETTERS);
  }
}
