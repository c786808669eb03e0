import { assureBuilt } from '../measure/built-application.ts';
import * as Y from 'yjs';
import { carryDevice, deviceOfClientId } from '../../shared/document/client-id.ts';
import { sectionDocument } from '../../shared/document/layout.ts';
import { writeLargeStrategy } from '../large-strategy.ts';
import { startHost, startStock, type Host } from '../lan/hosts.ts';
import type { LightClient, OpenedDocument } from '../lan/light-client.ts';
import { interleave } from '../measure/interleave.ts';
import type { Benchmark } from '../measure/benchmark.ts';
import { median } from '../measure/statistics.ts';
import { SMALL } from '../sizes.ts';

const ROUNDS = 6;
const WRITERS = 10;
const UPDATES = 400;
const LEAST_SHARE = 0.15;
const LEAST_PER_SECOND = 1000;

interface Writer {
  readonly client: LightClient;
  readonly document: OpenedDocument;
}

/** How many updates a second a host confirms, each of them on its disk. */
export const lanThroughput: Benchmark = {
  name: 'lan-throughput',
  about: `updates confirmed per second, ${WRITERS} writers in one section, each update by itself`,
  async run(workplace) {
    await assureBuilt();
    const file = workplace.path('host.strategy');
    const document = sectionDocument(writeLargeStrategy(file, SMALL).sections[0]!.id);
    const [host, stock] = [await startHost(workplace, file), await startStock(workplace)];
    const [ours, plain] = [await writersAt(host, document), await writersAt(stock, 'a')];
    const rates = await interleave(ROUNDS, { ours: () => rateOf(ours), stock: () => rateOf(plain) });
    const [rate, stockRate] = [median(rates.ours), median(rates.stock)];
    const measured = `stock in memory ${stockRate.toFixed(0)} per second, medians of ${ROUNDS}`;
    return [
      {
        name: 'lan-throughput: durable updates',
        measured,
        value: `${(rate / stockRate).toFixed(2)} ×`,
        bar: `≥ ${LEAST_SHARE} ×`,
        holds: rate / stockRate >= LEAST_SHARE,
      },
      {
        name: 'lan-throughput: durable updates per second',
        measured,
        value: rate.toFixed(0),
        bar: `≥ ${LEAST_PER_SECOND}`,
        holds: rate >= LEAST_PER_SECOND,
      },
    ];
  },
};

async function writersAt(host: Host, name: string): Promise<Writer[]> {
  const writers: Writer[] = [];
  for (let index = 0; index < WRITERS; index++) {
    const client = await host.client();
    writers.push({ client, document: await client.open(name) });
  }
  return writers;
}

async function rateOf(writers: readonly Writer[]): Promise<number> {
  const prepared = writers.map(({ document: { doc } }) => updatesOf(doc));
  const began = performance.now();
  await Promise.all(writers.map(({ client, document }, index) => client.flood(document, prepared[index]!)));
  return (WRITERS * UPDATES * 1000) / (performance.now() - began);
}

/** Letters that are typed one by one, under an id that the device may use. */
function updatesOf({ clientID }: Y.Doc): Uint8Array[] {
  const doc = carryDevice(new Y.Doc(), deviceOfClientId(clientID));
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText(`bench-${doc.clientID}`);
  for (let index = 0; index < UPDATES; index++) text.insert(index, 'x');
  doc.destroy();
  return updates;
}
