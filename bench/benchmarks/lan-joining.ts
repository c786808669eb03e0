import { assureBuilt } from '../measure/built-application.ts';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeLargeStrategy } from '../large-strategy.ts';
import { invitationTo, startHost } from '../lan/hosts.ts';
import { information, valueWithin, type Benchmark } from '../measure/benchmark.ts';
import { progress } from '../measure/progress.ts';
import { median } from '../measure/statistics.ts';
import { EVEN } from '../sizes.ts';

const ROUNDS = 5;
const MOST_UNTIL_READABLE = 1000;
const MOST_UNTIL_WHOLE = 3000;
const SCRIPT = fileURLToPath(new URL('../lan/time-joining.ts', import.meta.url));

interface Joining {
  readonly readable: number;
  readonly whole: number;
  readonly documents: number;
}

/** How long a machine that joins waits for a large strategy. */
export const lanJoining: Benchmark = {
  name: 'lan-joining',
  about: 'a strategy of 100,000 words comes to a machine that joins, over loopback',
  async run(workplace) {
    await assureBuilt();
    const file = workplace.path('host.strategy');
    const [first] = writeLargeStrategy(file, EVEN).sections;
    const { machine } = await startHost(workplace, file);
    const joinings: Joining[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const copy = workplace.path(`joined-${round}.strategy`);
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [SCRIPT, await invitationTo(machine, `Joiner ${round}`), copy, first!.id],
        { env: { ...process.env, VALLETTA_HOME: workplace.createHome() } },
      );
      joinings.push(JSON.parse(stdout) as Joining);
      progress(`  round ${round + 1} of ${ROUNDS}`);
    }
    const readable = median(joinings.map((joining) => joining.readable));
    const whole = median(joinings.map((joining) => joining.whole));
    return [
      valueWithin('lan-joining: first section', `median of ${ROUNDS}`, readable, MOST_UNTIL_READABLE, 'ms'),
      valueWithin(
        'lan-joining: all of it',
        `${joinings[0]!.documents} documents, median of ${ROUNDS}`,
        whole,
        MOST_UNTIL_WHOLE,
        'ms',
      ),
      information(
        'lan-joining: slowest',
        `all of it ${Math.max(...joinings.map((joining) => joining.whole)).toFixed(0)} ms`,
      ),
    ];
  },
};
