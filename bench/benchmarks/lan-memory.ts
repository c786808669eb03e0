import { assureBuilt } from '../measure/built-application.ts';
import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { sectionDocument } from '../../shared/document/layout.ts';
import { writeLargeStrategy } from '../large-strategy.ts';
import { startHost, startStock, type Host } from '../lan/hosts.ts';
import { information, ratioWithin, type Benchmark } from '../measure/benchmark.ts';
import { progress } from '../measure/progress.ts';
import { assertMemoryIsTold, residentMegabytes } from '../measure/resident-memory.ts';

const MEMBERS = 10;
/** Sections of about 20 KB each, as text. */
const SHARED = { words: 150_000, sections: 50, tagged: 0 };
/** How long nothing happens before memory is read, in milliseconds. */
const IDLE = 15_000;
const MOST = 1.3;

/** Resident memory of a host to which everybody is connected with every section. */
export const lanMemory: Benchmark = {
  name: 'lan-memory',
  about: `resident memory of a host, ${SHARED.sections} sections of 20 KB, ${MEMBERS} members with all of them`,
  async run(workplace) {
    assertMemoryIsTold();
    await assureBuilt();
    const file = workplace.path('host.strategy');
    const names = writeLargeStrategy(file, SHARED).sections.map(({ id }) => sectionDocument(id));
    const [host, stock] = [await startHost(workplace, file), await startStock(workplace)];
    const began = residentMegabytes(host.pid);
    const documents = await comeWithAll(host, names);
    progress('  all members are at the host');
    // The same text, put there by the first who comes.
    const first = await stock.client();
    for (const [index, name] of names.entries()) {
      const { doc } = await first.open(name);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(documents[index]!));
    }
    await comeWithAll(stock, names, MEMBERS - 1);
    progress('  all members are at the stock host');
    await delay(IDLE);
    const [ours, plain] = [residentMegabytes(host.pid), residentMegabytes(stock.pid)];
    const kilobytes = documents.reduce((sum, doc) => sum + Y.encodeStateAsUpdate(doc).length, 0) / names.length / 1000;
    return [
      ratioWithin('lan-memory: host', `${ours.toFixed(0)} MB, stock ${plain.toFixed(0)} MB`, ours / plain, MOST),
      information(
        'lan-memory: on the way',
        `host before anybody came ${began.toFixed(0)} MB; a section is ${kilobytes.toFixed(0)} KB encoded`,
      ),
    ];
  },
};

/** @returns The documents of the first of them. */
async function comeWithAll(host: Host, names: readonly string[], members = MEMBERS): Promise<Y.Doc[]> {
  let first: Y.Doc[] = [];
  for (let member = 0; member < members; member++) {
    const client = await host.client();
    const opened = await Promise.all(names.map((name) => client.open(name)));
    if (member === 0) first = opened.map(({ doc }) => doc);
  }
  return first;
}
