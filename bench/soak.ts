// node bench/soak.ts [--cycles N] [--schedules N] [--seed S]
// Kills the process in the middle of writing, a thousand times, and lets machines that share a strategy lose each
// other and be killed in two hundred ways. Exit code 1 when an acknowledged edit was lost, a file once did not
// open, or two machines did not have the same in the end.
import { parseArgs } from 'node:util';
import { runSchedule } from '../electron/lan/schedules.test-support.ts';
import { runKillCycles } from '../electron/hub/kill-cycles.test-support.ts';
import { writeLargeStrategy } from './large-strategy.ts';
import { Workplace } from './measure/workplace.ts';
import { SMALL } from './sizes.ts';

/**
 * Cycles on one file. Every cycle reads the whole file back, so that its cost grows with the file;
 * ten files of a hundred cycles say as much as one of a thousand, and sooner.
 */
const CYCLES_PER_FILE = 100;

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '1000' },
    schedules: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const seed = Number(values.seed);
process.exitCode = Math.max(
  await soak(Number(values.cycles), seed),
  await soakSchedules(Number(values.schedules), seed),
);

async function soak(cycles: number, seed: number): Promise<number> {
  console.log(`${cycles} cycles, seed ${seed}`);
  const workplace = new Workplace();
  const end = (): void => void workplace.clean().finally(() => process.exit(130));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  const total = { acknowledged: 0, lost: 0, unopened: 0 };
  try {
    for (let done = 0; done < cycles; done += CYCLES_PER_FILE) {
      const count = Math.min(CYCLES_PER_FILE, cycles - done);
      const file = workplace.path(`${done}.strategy`);
      writeLargeStrategy(file, SMALL);
      const report = await runKillCycles(file, workplace.createHome(), count, seed + done);
      total.acknowledged += report.acknowledged;
      total.lost += report.lost;
      total.unopened += report.unopened;
      console.log(`after ${done + count} cycles: ${describe(total)}`);
      if (report.lost > 0 || report.unopened > 0) {
        console.log(`Repeat with: node bench/soak.ts --cycles ${count} --seed ${seed + done}`);
      }
    }
  } finally {
    await workplace.clean();
  }
  return total.lost > 0 || total.unopened > 0 ? 1 : 0;
}

function describe({
  acknowledged,
  lost,
  unopened,
}: Readonly<Record<'acknowledged' | 'lost' | 'unopened', number>>): string {
  return `${acknowledged} acknowledged edits, ${lost} lost, ${unopened} times a file did not open`;
}

/** Two machines as a rule, five each fourth time. @returns The exit code. */
async function soakSchedules(count: number, first: number): Promise<number> {
  let failed = 0;
  for (let index = 0; index < count; index++) {
    const workplace = new Workplace();
    const order = { machines: index % 4 === 3 ? 5 : 2, steps: 60, seed: first + index };
    try {
      const { acknowledged, lost, differing, unsound } = await runSchedule({ folder: workplace.folder, ...order });
      const isSound = lost === 0 && differing.length === 0 && unsound.length === 0;
      if (!isSound) failed++;
      console.log(
        `schedule ${index + 1}, seed ${order.seed}, ${order.machines} machines: ${acknowledged} acknowledged, ` +
          `${lost} lost, differing: ${differing.join(' ') || 'none'}, unsound: ${unsound.join(' ') || 'none'}`,
      );
    } finally {
      await workplace.clean();
    }
  }
  return failed > 0 ? 1 : 0;
}
