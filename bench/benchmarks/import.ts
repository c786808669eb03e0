import { writeFileSync } from 'node:fs';
import { Application } from '../../electron/application/application.ts';
import { parseMarkdown } from '../../electron/exchange/import/read-markdown.ts';
import { Profile } from '../../electron/profile/profile.ts';
import { importText } from '../../electron/workspace/import-text.ts';
import { generateMarkdown } from '../markdown.ts';
import { information, ratioWithin, type Benchmark } from '../measure/benchmark.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/statistics.ts';

const WORDS = 100_000;
const ROUNDS = 9;
const MOST_TIMES = 2;

/** Bringing a long text in, from its bytes to what is committed, beside the library's parsing alone. */
export const importing: Benchmark = {
  name: 'import',
  about: 'import of 100,000 words of markdown',
  async run(workplace) {
    const source = generateMarkdown(WORDS);
    const file = workplace.path('source.md');
    writeFileSync(file, source);
    const application = new Application({ profile: Profile.load(workplace.createHome()), offThread: false });
    workplace.onEnd(() => application.close());
    let sections = 0;
    const { parsing, whole } = await interleave(ROUNDS, {
      parsing: () => time(() => void parseMarkdown(source)),
      whole: (round) => {
        const strategy = workplace.path(`${round}.strategy`);
        const { workspace } = application.create(strategy, { title: 'A', template: 'action-plan' });
        return time(async () => {
          sections = (await importText(workspace, { file, splitLevel: 1 })).sections.length;
        });
      },
    });
    return [
      ratioWithin(
        'import: of markdown',
        `${median(whole).toFixed(0)} ms to disk, parsing alone ${median(parsing).toFixed(0)} ms, ${ROUNDS} rounds`,
        median(whole) / median(parsing),
        MOST_TIMES,
      ),
      information('import: source', `${(source.length / 1000).toFixed(0)} kB, ${sections} sections`),
    ];
  },
};

async function time(work: () => void | Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
