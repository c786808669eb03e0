import { strategyClient } from '../../shared/contract/client.ts';
import { serve } from '../browser/strategy-window.ts';
import { writeLargeStrategy } from '../large-strategy.ts';
import { information, valueWithin, type Benchmark } from '../measure/benchmark.ts';
import { median, percentile } from '../measure/statistics.ts';
import { LARGE } from '../sizes.ts';

const ROUNDS = 20;
const MOST_MILLISECONDS = 50;

/** Rare and common, of one word and of several, too short for the index, and of nothing at all. */
const QUERIES = ['informal channels', 'Ministry of Justice', 'the', 'of', 'victims support families', 'zzzz'] as const;

/** Searching a large strategy, from the request to the parsed answer, as a window asks. */
export const searching: Benchmark = {
  name: 'search',
  about: 'search over 100,000 words',
  async run(workplace) {
    const file = workplace.path('large.strategy');
    writeLargeStrategy(file, LARGE);
    const served = await serve(workplace, file, workplace.createHome());
    const { search } = strategyClient(served, served.strategy);
    const times = new Map<string, number[]>(QUERIES.map((query) => [query, []]));
    const found = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const query of QUERIES) {
        const began = performance.now();
        const { matches } = await search({ text: query, matchCase: false, wholeWords: false });
        times.get(query)!.push(performance.now() - began);
        found.set(query, matches);
      }
    }
    const slowest = QUERIES.toSorted((a, b) => median(times.get(b)!) - median(times.get(a)!))[0]!;
    return [
      valueWithin(
        'search: slowest of queries',
        `“${slowest}”, ${found.get(slowest)} matches, p95 ${percentile(times.get(slowest)!, 0.95).toFixed(1)} ms`,
        median(times.get(slowest)!),
        MOST_MILLISECONDS,
        'ms',
        1,
      ),
      ...QUERIES.map((query) =>
        information(
          `search: “${query}”`,
          `${found.get(query)} matches, median ${median(times.get(query)!).toFixed(1)} ms`,
        ),
      ),
    ];
  },
};
