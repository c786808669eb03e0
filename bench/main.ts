// node bench/main.ts [NAME …] [--strict]
// Runs the benchmarks named, or all of them, and prints a table. Ratios compare what was measured in
// turns within one run; absolute times say something about one machine only. Exit code 0 unless a
// benchmark broke, or a bar does not hold under --strict.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { coverage } from './benchmarks/coverage.ts';
import { docx } from './benchmarks/docx.ts';
import { edits } from './benchmarks/edits.ts';
import { importing } from './benchmarks/import.ts';
import { lanJoining } from './benchmarks/lan-joining.ts';
import { lanMembers } from './benchmarks/lan-members.ts';
import { lanMemory } from './benchmarks/lan-memory.ts';
import { lanReceipt } from './benchmarks/lan-receipt.ts';
import { lanThroughput } from './benchmarks/lan-throughput.ts';
import { matrix } from './benchmarks/matrix.ts';
import { memory } from './benchmarks/memory.ts';
import { open } from './benchmarks/open.ts';
import { searching } from './benchmarks/search.ts';
import { spelling } from './benchmarks/spelling.ts';
import { tagging } from './benchmarks/tagging.ts';
import { typing } from './benchmarks/typing.ts';
import { versions } from './benchmarks/versions.ts';
import { information, Skipped, type Benchmark, type Measurement } from './measure/benchmark.ts';
import { progress } from './measure/progress.ts';
import { Workplace } from './measure/workplace.ts';
import { formatReport } from './report.ts';

const BENCHMARKS: readonly Benchmark[] = [
  typing,
  tagging,
  coverage,
  matrix,
  open,
  docx,
  edits,
  importing,
  searching,
  spelling,
  versions,
  memory,
  lanReceipt,
  lanThroughput,
  lanJoining,
  lanMemory,
  lanMembers,
];

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { strict: { type: 'boolean' } } });
  const unknown = positionals.find((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (unknown !== undefined) {
    progress(`There is no benchmark named ${unknown}. There are:`);
    for (const { name, about } of BENCHMARKS) progress(`  ${name.padEnd(9)} ${about}`);
    return 2;
  }
  const chosen = BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const measurements: Measurement[] = [];
  let broken = 0;
  for (const benchmark of chosen) {
    try {
      measurements.push(...(await runAlone(benchmark)));
    } catch (error) {
      if (error instanceof Skipped) {
        measurements.push(information(benchmark.name, `Skipped: ${error.message}`));
        continue;
      }
      broken++;
      console.error(error);
      measurements.push(information(benchmark.name, 'Broke; see above.'));
    }
  }
  console.log(
    `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`,
  );
  console.log(formatReport(measurements));
  if (broken > 0) return 1;
  return values.strict === true && measurements.some(({ holds }) => holds === false) ? 1 : 0;
}

async function runAlone(benchmark: Benchmark): Promise<readonly Measurement[]> {
  progress(`${benchmark.name}: ${benchmark.about}`);
  const workplace = new Workplace();
  const end = (): void => void workplace.clean().finally(() => process.exit(130));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  try {
    return await benchmark.run(workplace);
  } finally {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
    await workplace.clean();
  }
}
