import { assureBuilt } from '../measure/built-application.ts';
import { interleave } from '../measure/interleave.ts';
import { ratioWithin, type Benchmark, type Measurement } from '../measure/benchmark.ts';
import { progress } from '../measure/progress.ts';
import { median, percentile } from '../measure/statistics.ts';
import type { Workplace } from '../measure/workplace.ts';
import { sectionDocument } from '../../shared/document/layout.ts';
import { writeLargeStrategy } from '../large-strategy.ts';
import { startHost, startReplica, startStock, type Host } from '../lan/hosts.ts';
import { timeReceipts } from '../lan/receipt.ts';
import { SMALL } from '../sizes.ts';

const ROUNDS = 10;
const EDITS = 40;
const CLIENTS = 20;
const MOST_BY_CHAIN = 4;
const MOST_WITH_MANY = 2.5;

/** How long an edit takes from one window to another one's, beside Hocuspocus as it comes. */
export const lanReceipt: Benchmark = {
  name: 'lan-receipt',
  about: 'from an edit to its receipt elsewhere, against stock Hocuspocus in memory',
  async run(workplace) {
    await assureBuilt();
    const file = workplace.path('host.strategy');
    const document = sectionDocument(writeLargeStrategy(file, SMALL).sections[0]!.id);
    const [host, stock] = [await startHost(workplace, file), await startStock(workplace)];
    return [...(await throughReplicas(workplace, host, stock, document)), ...(await withMany(host, stock, document))];
  },
};

/** Window, replica, host, replica, window: TLS between machines, on disk at all three. */
async function throughReplicas(
  workplace: Workplace,
  host: Awaited<ReturnType<typeof startHost>>,
  stock: Host,
  document: string,
): Promise<Measurement[]> {
  progress('  through two replicas and their host');
  const machines = [
    await startReplica(workplace, host.machine, 'one'),
    await startReplica(workplace, host.machine, 'two'),
  ];
  const [from, to] = await Promise.all(machines.map((machine) => machine.window(document)));
  const plain = [await (await stock.client()).open('a'), await (await stock.client()).open('a')] as const;
  const times = await interleave(ROUNDS, {
    chain: () => timeReceipts(from!.doc, [to!.doc], EDITS),
    stock: () => timeReceipts(plain[0].doc, [plain[1].doc], EDITS),
  });
  return compare('lan-receipt: through replicas', times.chain.flat(), times.stock.flat(), MOST_BY_CHAIN);
}

/** One writes, all others receive. */
async function withMany(host: Host, stock: Host, document: string): Promise<Measurement[]> {
  progress(`  with ${CLIENTS} clients`);
  const open = async (at: Host, name: string) => {
    const clients = [];
    for (let index = 0; index < CLIENTS; index++) clients.push((await (await at.client()).open(name)).doc);
    return clients;
  };
  const [ours, plain] = [await open(host, document), await open(stock, 'b')];
  const times = await interleave(ROUNDS, {
    ours: () => timeReceipts(ours[0]!, ours.slice(1), EDITS),
    stock: () => timeReceipts(plain[0]!, plain.slice(1), EDITS),
  });
  return compare(`lan-receipt: ${CLIENTS} clients`, times.ours.flat(), times.stock.flat(), MOST_WITH_MANY);
}

function compare(name: string, ours: readonly number[], stock: readonly number[], most: number): Measurement[] {
  const line = (what: string, of: (times: readonly number[]) => number): Measurement =>
    ratioWithin(
      `${name}, ${what}`,
      `${of(ours).toFixed(2)} ms, stock ${of(stock).toFixed(2)} ms`,
      of(ours) / of(stock),
      most,
    );
  return [line('median', median), line('p95', (times) => percentile(times, 0.95))];
}
