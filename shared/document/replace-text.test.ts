import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readContent, writeContent } from './content.ts';
import { replaceText } from './replace-text.ts';
import type { NodeJson } from './schema.ts';

function docOf(...content: NodeJson[]): Y.Doc {
  const doc = new Y.Doc();
  writeContent(doc, content);
  return doc;
}

const text = (value: string, ...marks: string[]): NodeJson => ({
  type: 'text',
  text: value,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', attrs: { id: 'p' }, content });
const query = (value: string, options = {}) => ({ text: value, matchCase: false, wholeWords: false, ...options });

/** Runs of a paragraph as `text/mark`. */
function runsOf(doc: Y.Doc): string[] {
  return (readContent(doc).content?.[0]?.content ?? []).map(({ type, text: value, marks }) =>
    type === 'text' ? [value, ...(marks ?? []).map((mark) => mark.type)].join('/') : type,
  );
}

test('every match is replaced, in whatever case, and what is written looks as its first letter did', () => {
  const doc = docOf(paragraph(text('The '), text('Agency', 'bold'), text(' and the AGENCY or agencies')));
  expect(replaceText(doc, query('agency'), 'Office')).toBe(2);
  expect(runsOf(doc)).toEqual(['The ', 'Office/bold', ' and the Office or agencies']);
});

test('a match of mixed looks takes those of its beginning', () => {
  const doc = docOf(paragraph(text('a'), text('b', 'italic'), text('c'), text('d')));
  expect(replaceText(doc, query('bc'), 'XYZ')).toBe(1);
  expect(runsOf(doc)).toEqual(['a', 'XYZ/italic', 'd']);
});

test('footnotes are searched too, lists and tables besides; nothing takes the place of a match when told so', () => {
  const footnote: NodeJson = { type: 'footnote', attrs: { id: 'n' }, content: [text('see act')] };
  const doc = docOf(
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('act one'), footnote)] }] },
    {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text('act'))] }] }],
    },
  );
  expect(replaceText(doc, query('act'), '')).toBe(3);
  expect(JSON.stringify(readContent(doc))).not.toContain('act');
});

test('whole words and case are minded, and a match that a break runs through is left alone', () => {
  const doc = docOf(
    paragraph(text('Act act react'), { type: 'hardBreak' }, text('ac'), { type: 'hardBreak' }, text('t')),
  );
  expect(replaceText(doc, query('act', { matchCase: true, wholeWords: true }), 'law')).toBe(1);
  expect(runsOf(doc)).toEqual(['Act law react', 'hardBreak', 'ac', 'hardBreak', 't']);
});

test('what is replaced by something that holds it is replaced once', () => {
  const doc = docOf(paragraph(text('aa')));
  expect(replaceText(doc, query('a'), 'aaa')).toBe(2);
  expect(runsOf(doc)).toEqual(['aaaaaa']);
});
