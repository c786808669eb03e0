import { type ExportedSection, type ExportedStrategy } from '../../electron/exchange/docx/exported-strategy.ts';
import { readDocxLabels } from '../../electron/resources.ts';
import type { MarkJson, NodeJson } from '../../shared/document/schema.ts';
import { createRandom } from '../random.ts';

/** What the synthetic strategy is made of; words come to a little over 60,000. */
export const SIZE = {
  sections: 15,
  headings: 150,
  tables: 40,
  tableRows: 20,
  tableColumns: 8,
  footnotes: 300,
  links: 500,
  paragraphs: 715,
  lists: 60,
} as const;

const WORDS = `the authority of ministry shall review prevention measures with communities and partners under law
 rights oversight court evidence victims support local service regional cooperation training border exchange
 information protection public safety response recovery plan budget annual report indicator risk assessment
 independent committee parliament civil society education youth programme coordination national strategy
 implementation agency prosecutor police health social digital infrastructure resilience communication trust
 transparent necessary proportionate effective timely regular joint clear responsible common long-term`.split(/\s+/);

/** A strategy of fixed size and content, for measuring. */
export function generateStrategy(seed = 2027): ExportedStrategy {
  const random = createRandom(seed);
  const pick = (): string => WORDS[Math.floor(random() * WORDS.length)]!;
  const phrase = (words: number): string => Array.from({ length: words }, pick).join(' ');
  const sentence = (words: number): string => {
    const text = phrase(words);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const text = (value: string, ...marks: MarkJson[]): NodeJson => ({
    type: 'text',
    text: value,
    ...(marks.length > 0 ? { marks } : {}),
  });
  const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content });
  let links = 0;
  let footnotes = 0;
  const prose = (index: number): NodeJson => {
    const content = [
      text(`${sentence(18)} `),
      text(phrase(4), { type: index % 2 ? 'bold' : 'italic' }),
      text(` ${sentence(20)}`),
    ];
    if (links < Math.ceil(((index + 1) * SIZE.links) / SIZE.paragraphs)) {
      const href = `https://example.org/register/${++links}`;
      content.push(text(' '), text(phrase(3), { type: 'link', attrs: { href } }), text('. '));
    }
    if (footnotes < Math.ceil(((index + 1) * SIZE.footnotes) / SIZE.paragraphs)) {
      footnotes++;
      content.push({ type: 'footnote', content: [text(sentence(12))] });
    }
    content.push(text(` ${sentence(14)}`));
    return paragraph(...content);
  };
  const list = (index: number): NodeJson => ({
    type: index % 3 === 0 ? 'orderedList' : 'bulletList',
    content: Array.from({ length: 4 }, () => ({ type: 'listItem', content: [paragraph(text(sentence(12)))] })),
  });
  const table = (): NodeJson => ({
    type: 'table',
    content: Array.from({ length: SIZE.tableRows }, (_, row) => ({
      type: 'tableRow',
      content: Array.from({ length: SIZE.tableColumns }, () => ({
        type: row === 0 ? 'tableHeader' : 'tableCell',
        content: [paragraph(text(phrase(row === 0 ? 1 : 2)))],
      })),
    })),
  });
  const blocksBySection: NodeJson[][] = Array.from({ length: SIZE.sections }, () => []);
  const spread = (count: number, create: (index: number) => NodeJson): void => {
    for (let index = 0; index < count; index++) {
      const section = blocksBySection[Math.floor((index * SIZE.sections) / count)]!;
      section.splice(Math.floor(random() * (section.length + 1)), 0, create(index));
    }
  };
  spread(SIZE.paragraphs, prose);
  spread(SIZE.headings - SIZE.sections, (index) => ({
    type: 'heading',
    attrs: { level: 2 + (index % 3) },
    content: [text(sentence(5).slice(0, -1))],
  }));
  spread(SIZE.lists, list);
  spread(SIZE.tables, table);
  return {
    title: 'National Counter-Terrorism Strategy 2027–2031 · Republic of Maravia',
    template: 'national',
    locale: 'en-GB',
    ownFrameworks: [],
    organisation: 'National Coordination Office',
    date: '2027-01-15',
    sections: blocksBySection.map((content, index): ExportedSection => ({
      id: `section-${index + 1}`,
      number: index + 1,
      title: sentence(4).slice(0, -1),
      owner: index % 2 ? '' : 'Ministry of the Interior',
      content: { type: 'doc', content },
    })),
    coverage: [],
    classification: '',
    shownTags: null,
    houseStyle: null,
    targets: new Map(),
    assets: new Map(),
    labels: readDocxLabels('en'),
  };
}

/** Words of the text itself, as a reader would count them. */
export function countWords(strategy: ExportedStrategy): number {
  const count = (node: NodeJson): number =>
    (node.text?.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)?.length ?? 0) +
    (node.content ?? []).reduce((sum, child) => sum + count(child), 0);
  return strategy.sections.reduce((sum, { content }) => sum + count(content), 0);
}
