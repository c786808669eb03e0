import { countWords } from '../shared/domain/words.ts';
import { Prose } from './prose.ts';
import { createRandom } from './random.ts';

/** Makes up a strategy as Markdown: headings, paragraphs, lists, tables and footnotes; the same one each time. */
export function generateMarkdown(words: number): string {
  const prose = new Prose(createRandom(2027));
  const blocks: string[] = [];
  const notes: string[] = [];
  const size = { words: 0 };
  const add = (block: string): void => {
    blocks.push(block);
    size.words += countWords(block);
  };
  while (size.words < words) {
    add(`# ${prose.heading()}`);
    for (let part = 0; part < 4; part++) {
      add(`## ${prose.heading()}`);
      for (let paragraph = 0; paragraph < 5; paragraph++) {
        notes.push(`[^${notes.length + 1}]: ${prose.sentence()}`);
        add(`${prose.paragraph(40)} **${prose.item()}** and *${prose.item()}*.[^${notes.length}]`);
      }
      add(Array.from({ length: 4 }, () => `- ${prose.item()}`).join('\n'));
    }
    const row = (cell: () => string): string => `| ${cell()} | ${cell()} | ${cell()} |`;
    add(
      [row(() => 'Head'), row(() => '---'), ...Array.from({ length: 6 }, () => row(() => prose.indicator()))].join(
        '\n',
      ),
    );
  }
  return `${blocks.join('\n\n')}\n\n${notes.join('\n')}\n`;
}
