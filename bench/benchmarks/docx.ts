import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../electron/resources.ts';
import { countWords, generateStrategy, SIZE } from '../docx/generate.ts';
import { withBlockIds, writeStrategyFile } from '../draft-strategy.ts';
import { ratioWithin, Skipped, valueWithin, type Benchmark } from '../measure/benchmark.ts';
import { interleave } from '../measure/interleave.ts';
import { assureBuilt, BUILT_CLI } from '../measure/built-application.ts';
import { progress } from '../measure/progress.ts';
import { hasProgram, runForPeak, runProgram } from '../measure/run-program.ts';
import { median } from '../measure/statistics.ts';
import type { Workplace } from '../measure/workplace.ts';
import { createIds, createRandom } from '../random.ts';

const ROUNDS = 7;
const MOST_TIMES_PANDOC = 1.5;
const MOST_MEGABYTES = 350;
const SEED = 2027;

/** Export to Word against pandoc, each a process of its own from start to exit. */
export const docx: Benchmark = {
  name: 'docx',
  about: 'export to Word against pandoc, 60,000 words with tables and footnotes',
  async run(workplace) {
    await assureBuilt();
    if (!hasProgram('pandoc')) throw new Skipped('pandoc is not installed, and there is nothing to compare with.');
    const { strategy, tree, file, words } = await prepare(workplace);
    const out = (name: string): string => workplace.path(name);
    const ours = [join(ROOT, 'bench/docx/export.ts'), strategy, out('ours.docx')];
    const command = [BUILT_CLI, 'export', file, out('command.docx')];
    const env = { ...process.env, VALLETTA_HOME: workplace.createHome() };
    progress(`  ${words} words, ${SIZE.headings} headings, ${SIZE.tables} tables, ${SIZE.footnotes} footnotes`);

    const runs = await interleave(ROUNDS, {
      pandoc: () => runProgram('pandoc', ['-f', 'json', '-t', 'docx', tree, '-o', out('pandoc.docx')]),
      writer: () => runProgram(process.execPath, ours),
      command: () => runProgram(process.execPath, command, env),
    });
    const peaks = await interleave(3, { writer: () => runForPeak(ours), command: () => runForPeak(command, env) });

    const pandoc = median(runs.pandoc);
    const line = (name: string, time: number) =>
      ratioWithin(`docx: ${name}`, `${seconds(time)}, pandoc ${seconds(pandoc)}`, time / pandoc, MOST_TIMES_PANDOC);
    const memory = (name: string, bytes: readonly number[]) =>
      valueWithin(`docx: memory of ${name}`, 'largest resident memory', median(bytes) / 1e6, MOST_MEGABYTES, 'MB');
    return [
      line('writer', median(runs.writer)),
      line('command', median(runs.command)),
      memory('writer', peaks.writer),
      memory('command', peaks.command),
    ];
  },
};

interface Prepared {
  /** The content as JSON, as pandoc's syntax tree, and as a strategy file. */
  readonly strategy: string;
  readonly tree: string;
  readonly file: string;
  readonly words: number;
}

async function prepare(workplace: Workplace): Promise<Prepared> {
  const [strategy, tree, file] = ['strategy.json', 'tree.json', 'a.strategy'].map((name) => workplace.path(name)) as [
    string,
    string,
    string,
  ];
  const content = generateStrategy(SEED);
  writeFileSync(strategy, JSON.stringify(content));
  await runProgram(process.execPath, [join(ROOT, 'bench/docx/pandoc-json.ts'), strategy, tree]);
  const random = createRandom(SEED);
  const createId = createIds(random);
  const sections = content.sections.map(({ title, owner, content: { content: nodes = [] } }) => ({
    id: createId(),
    title,
    owner,
    nodes: withBlockIds(nodes, createId),
    tags: [],
  }));
  writeStrategyFile(file, { title: content.title, locale: content.locale, sections }, random);
  return { strategy, tree, file, words: countWords(content) };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
