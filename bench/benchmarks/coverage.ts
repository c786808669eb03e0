import type * as Y from 'yjs';
import { readFrameworks } from '../../electron/resources.ts';
import { readBlocks, type Block } from '../../shared/document/blocks.ts';
import { contentOf, sectionDocument } from '../../shared/document/layout.ts';
import { putTag, readTags, removeTag } from '../../shared/document/tags.ts';
import { computeCoverage, summariseSection, type Coverage, type SectionSummary } from '../../shared/domain/coverage.ts';
import { createDocuments } from '../draft-strategy.ts';
import { generateLargeStrategy } from '../large-strategy.ts';
import { information, valueWithin, type Benchmark } from '../measure/benchmark.ts';
import { median, percentile } from '../measure/statistics.ts';
import { createRandom } from '../random.ts';
import { LARGE } from '../sizes.ts';

const TAGS = 200;
const MOST_MILLISECONDS = 2;

/** What one tag costs in a large strategy: its section summarised again, and both coverages after it. */
export const coverage: Benchmark = {
  name: 'coverage',
  about: 'coverage after one tag in 100,000 words',
  async run() {
    const draft = generateLargeStrategy(LARGE);
    const documents = createDocuments(draft, createRandom(1));
    const docs = draft.sections.map(({ id }) => documents.get(sectionDocument(id))!);
    const frameworks = readFrameworks();
    const summaries: SectionSummary[] = draft.sections.map(({ id }, index) => summarise(id, docs[index]!));
    let coverages = frameworks.map((framework) => cover(framework, summaries));
    const changed = LARGE.large.index;
    const { id } = draft.sections[changed]!;
    const doc = docs[changed]!;
    const free = readBlocks(contentOf(doc)).filter((block) => block.kind !== 'heading');

    const computing: number[] = [];
    const withReading: number[] = [];
    // The first tags of a session meet code that has not been compiled yet; they count as well.
    for (let count = 0; count < TAGS; count++) {
      toggle(doc, free[count % free.length]!, 1 + (count % 42));
      const began = performance.now();
      const [blocks, tags] = [readBlocks(contentOf(doc)), readTags(doc)];
      const read = performance.now();
      summaries[changed] = summariseSection(id, blocks, tags);
      coverages = frameworks.map((framework, index) => cover(framework, summaries, coverages[index]));
      const ended = performance.now();
      computing.push(ended - read);
      withReading.push(ended - began);
    }
    const spread = (times: readonly number[]): string =>
      `median ${median(times).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms`;
    return [
      valueWithin(
        'coverage: after one tag',
        `${spread(computing)}, ${TAGS} tags`,
        median(computing),
        MOST_MILLISECONDS,
        'ms',
        2,
      ),
      information('coverage: with reading the section', spread(withReading)),
    ];
  },
};

function summarise(section: string, doc: Y.Doc): SectionSummary {
  return summariseSection(section, readBlocks(contentOf(doc)), readTags(doc));
}

function cover(
  framework: ReturnType<typeof readFrameworks>[number],
  sections: readonly SectionSummary[],
  previous?: Coverage,
): Coverage {
  return computeCoverage({ framework, template: 'national', sections, decisions: [], actions: [] }, previous);
}

function toggle(doc: Y.Doc, block: Block, principle: number): void {
  const ref = { framework: 'valletta-2025', principle };
  if (removeTag(doc, block.id, ref)) return;
  putTag(doc, { block: block.id, ...ref, strength: 'full', reason: '', by: 'Bench', at: new Date().toISOString() });
}
