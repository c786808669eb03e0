import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { schema, type NodeJson } from '../../../shared/document/schema.ts';
import { currentStart, textBlocks, wordsIn, type Misspelling } from './misspellings.ts';

const text = (content: string, ...marks: readonly string[]): NodeJson => ({
  type: 'text',
  text: content,
  marks: marks.map((type) => ({ type })),
});
const paragraph = (id: string, ...content: readonly NodeJson[]): NodeJson => ({
  type: 'paragraph',
  attrs: { id },
  content,
});
const stateOf = (...content: readonly NodeJson[]): EditorState =>
  EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }) });
const misspelling = (block: string, from: number, word: string): Misspelling => ({
  block,
  from,
  to: from + word.length,
  word,
  text: word,
});

test('words are where the document has them, beside marks, line breaks and footnotes, in lists and tables too', () => {
  const footnote = { type: 'footnote', content: [text('not here')] };
  const { doc } = stateOf(
    paragraph('a', text('one'), text('half', 'bold'), footnote, text('two'), { type: 'hardBreak' }, text('three')),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('b', text('four'))] }] },
    {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('c', text('five'))] }] }],
    },
  );
  const found = textBlocks(doc).flatMap(({ node, start }) =>
    wordsIn(node, 'en').map(({ from, to, word }) => [word, doc.textBetween(start + from, start + to)]),
  );
  const words = ['onehalf', 'two', 'three', 'four', 'five'];
  expect(found).toEqual(words.map((word) => [word, word]));
  expect(textBlocks(doc, 1, 1).map(({ node }) => node.textContent)).toEqual(['four']);
});

test('the text of a footnote is a block of its own', () => {
  const footnote = schema.nodeFromJSON({ type: 'footnote', content: [text('See the act')] });
  expect(textBlocks(footnote)).toEqual([{ node: footnote, start: 0 }]);
});

test('a misspelling is found again in its block after others have written, the nearest of several, or is gone', () => {
  const before = misspelling('b', 3, 'teh');
  expect(currentStart(stateOf(paragraph('b', text('an teh'))), misspelling('b', 4, 'teh'))).toBe(4);
  const later = stateOf(paragraph('a', text('teh new teh')), paragraph('b', text('teh law and teh')));
  expect(currentStart(later, before)).toBe(14);
  expect(currentStart(later, misspelling('b', 40, 'teh'))).toBe(26);
  expect(currentStart(stateOf(paragraph('a', text('teh'))), before)).toBeNull();
});
