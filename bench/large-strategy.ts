// node bench/large-strategy.ts OUT.strategy [--words N] [--sections M] [--tagged T] [--seed S]
// Writes a strategy of about N words over M sections with T tagged paragraphs.
import { parseArgs } from 'node:util';
import { readFrameworks } from '../electron/resources.ts';
import { isLeafBlockType, type NodeJson } from '../shared/document/schema.ts';
import { STRENGTHS, type Tag } from '../shared/document/tags.ts';
import { countWords } from '../shared/domain/words.ts';
import { withBlockIds, writeStrategyFile, type DraftSection, type DraftStrategy } from './draft-strategy.ts';
import { Prose } from './prose.ts';
import { createIds, createRandom } from './random.ts';

export interface LargeStrategyOptions {
  readonly words: number;
  readonly sections: number;
  /** Paragraphs with at least one tag. */
  readonly tagged: number;
  readonly seed?: number;
  /** One section that is larger than the others; its words and tags are part of the whole. */
  readonly large?: { readonly index: number; readonly words: number; readonly tagged: number };
}

const SEED = 2027;
const FRAMEWORKS = readFrameworks();
const LONGEST_PARAGRAPH = 60;

/** Makes up a strategy: the same one for the same options. */
export function generateLargeStrategy({
  words,
  sections,
  tagged,
  seed = SEED,
  large,
}: LargeStrategyOptions): DraftStrategy {
  const random = createRandom(seed);
  const prose = new Prose(random);
  const createId = createIds(random);
  const others = sections - (large ? 1 : 0);
  let wordsLeft = words - (large?.words ?? 0);
  let tagsLeft = tagged - (large?.tagged ?? 0);
  let sectionsLeft = others;
  return {
    title: 'National Counter-Terrorism Strategy of the Republic of Maravia',
    locale: 'en-GB',
    sections: Array.from({ length: sections }, (_, index) => {
      if (index === large?.index) return section(large.words, large.tagged);
      const share = { words: Math.round(wordsLeft / sectionsLeft), tagged: Math.round(tagsLeft / sectionsLeft) };
      const made = section(share.words, share.tagged);
      wordsLeft -= countSectionWords(made.nodes);
      tagsLeft -= share.tagged;
      sectionsLeft--;
      return made;
    }),
  };

  function section(size: number, tags: number): DraftSection {
    const nodes = withBlockIds(sectionNodes(prose, size, tags), createId);
    return { id: createId(), title: prose.heading(), owner: prose.owner(), nodes, tags: tagSome(prose, nodes, tags) };
  }
}

/** Makes up a strategy and writes it to a new file. */
export function writeLargeStrategy(file: string, options: LargeStrategyOptions): DraftStrategy {
  const draft = generateLargeStrategy(options);
  writeStrategyFile(file, draft, createRandom(options.seed ?? SEED));
  return draft;
}

/** Headings, paragraphs, lists and tables; paragraphs are short where many are to be tagged. */
function sectionNodes(prose: Prose, size: number, tags: number): NodeJson[] {
  const paragraphWords = Math.min(LONGEST_PARAGRAPH, tags === 0 ? LONGEST_PARAGRAPH : Math.floor(size / (tags * 1.9)));
  const nodes: NodeJson[] = [];
  let words = 0;
  for (let block = 0; words < size; block++) {
    const node = sectionNode(prose, block, paragraphWords);
    nodes.push(node);
    words += countSectionWords([node]);
  }
  return nodes;
}

function sectionNode(prose: Prose, block: number, paragraphWords: number): NodeJson {
  if (block % 8 === 0)
    return { type: 'heading', attrs: { level: block % 24 === 0 ? 2 : 3 }, content: text(prose.heading()) };
  if (block % 25 === 11) return table(prose);
  if (block % 6 === 5) {
    const items = Array.from({ length: 5 }, () => ({ type: 'listItem', content: [paragraph(prose.item())] }));
    return { type: block % 12 === 5 ? 'bulletList' : 'orderedList', content: items };
  }
  return paragraph(prose.paragraph(paragraphWords));
}

function table(prose: Prose): NodeJson {
  const row = (type: string, cells: readonly string[]): NodeJson => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type, content: [paragraph(cell)] })),
  });
  const rows = Array.from({ length: 4 }, (_, index) =>
    row('tableCell', [prose.indicator(), prose.owner(), String(2027 + index)]),
  );
  return { type: 'table', content: [row('tableHeader', ['Indicator', 'Responsible', 'Year']), ...rows] };
}

function text(value: string): NodeJson[] {
  return [{ type: 'text', text: value }];
}

function paragraph(value: string): NodeJson {
  return { type: 'paragraph', content: text(value) };
}

/** Tags `count` of the paragraphs and list items, spread evenly; every tenth to the second framework as well. */
function tagSome(prose: Prose, nodes: readonly NodeJson[], count: number): Tag[] {
  const blocks = nodes.flatMap(taggable);
  if (blocks.length < count) throw new Error(`Only ${blocks.length} paragraphs could be tagged, not ${count}.`);
  return Array.from({ length: count }).flatMap((_, index): Tag[] => {
    const block = blocks[Math.floor((index * blocks.length) / count)]!.attrs!['id'] as string;
    return (index % 10 === 0 ? FRAMEWORKS : FRAMEWORKS.slice(0, 1)).map(({ id, principles }) => ({
      block,
      framework: id,
      principle: prose.pick(principles).number,
      strength: prose.pick(STRENGTHS),
      reason: prose.item(),
      by: 'Bench',
      at: '2027-01-15T09:00:00.000Z',
    }));
  });
}

/** Paragraphs in running text and in lists, not the cells of tables. */
function taggable(node: NodeJson): NodeJson[] {
  if (node.type === 'paragraph') return [node];
  return node.type === 'table' ? [] : (node.content ?? []).flatMap(taggable);
}

function countSectionWords(nodes: readonly NodeJson[]): number {
  return nodes.reduce(
    (sum, node) =>
      sum + (isLeafBlockType(node.type) ? countWords(plainText(node)) : countSectionWords(node.content ?? [])),
    0,
  );
}

/** The text of a leaf block. */
function plainText({ content = [] }: NodeJson): string {
  return content.map((child) => child.text ?? '').join('');
}

/** The text of a section's first paragraph; by it a section is known when it shows. */
export function firstParagraph({ nodes }: DraftSection): string {
  return plainText(nodes.find(({ type }) => type === 'paragraph')!);
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      words: { type: 'string', default: '100000' },
      sections: { type: 'string', default: '80' },
      tagged: { type: 'string', default: '1500' },
      seed: { type: 'string', default: String(SEED) },
    },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error('Name the file to write.');
  const { words, sections, tagged, seed } = values;
  writeLargeStrategy(file, {
    words: Number(words),
    sections: Number(sections),
    tagged: Number(tagged),
    seed: Number(seed),
  });
}
