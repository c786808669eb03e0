import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schema, type NodeJson } from '../../../shared/document/schema.ts';
import { sectionOf, strategyOf, write } from './written-parts.test-support.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '\uD800',
    '\uFFFE',
    '\u0000',
    '{0}',
    '{\uFFFEbullets-0}',
    ']]>',
    '<w:p>',
    '&amp;',
    'CURRENT',
    '\r\n',
    'שלום',
  ),
);
const anyHref = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string(),
  fc.constantFrom('#a', '#b', '#', 'https://[', 'https://example.org/%', 'mailto:', 'javascript:x', null),
);
const anyMark = fc.oneof(
  anyHref.map((href) => ({ type: 'link', attrs: { href } })),
  fc.constantFrom('bold', 'italic', 'underline', 'strike', 'subscript', 'superscript').map((type) => ({ type })),
);
const marks = fc.uniqueArray(anyMark, { selector: ({ type }) => type, maxLength: 3 });
const anyTextNode = fc.record({ type: fc.constant('text'), text: anyText, marks });
const leafAttrs = {
  id: fc.constantFrom(null, 'a', 'b', 'c'),
  textAlign: fc.constantFrom(null, 'start', 'end', 'left', 'right', 'center', 'justify', 'odd'),
  dir: fc.constantFrom(null, 'ltr', 'rtl', 'odd'),
};
const anyInline: fc.Arbitrary<NodeJson> = fc.oneof(
  { weight: 4, arbitrary: anyTextNode },
  fc.constant({ type: 'hardBreak' }),
  fc.record({ type: fc.constant('footnote'), content: fc.array(anyTextNode, { maxLength: 2 }) }),
);
const inline = fc.array(anyInline, { maxLength: 4 });
const paragraph: fc.Arbitrary<NodeJson> = fc.record({
  type: fc.constant('paragraph'),
  attrs: fc.record(leafAttrs),
  content: inline,
});
const span = fc.constantFrom(1, 1, 1, 2, 3, 0, -1, 99, null);
const cellAttrs = fc.record({
  colspan: span,
  rowspan: span,
  colwidth: fc.constantFrom(null, [50], [0], [10_000, null]),
});

const { block } = fc.letrec<{ block: NodeJson; list: NodeJson; table: NodeJson }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    paragraph,
    fc.record({
      type: fc.constant('heading'),
      attrs: fc.record({ ...leafAttrs, level: fc.constantFrom(2, 3, 4, 1, 9, null) }),
      content: inline,
    }),
    fc.constant({ type: 'horizontalRule' }),
    fc.record({ type: fc.constant('blockquote'), content: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
    tie('list'),
    tie('table'),
  ),
  list: fc.record({
    type: fc.constantFrom('bulletList', 'orderedList'),
    attrs: fc.record({ start: fc.constantFrom(1, 0, 7, -3, 1e9, null, '2'), type: fc.constantFrom(null, 'a', 'odd') }),
    content: fc.array(
      fc
        .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
        .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  table: fc.record({
    type: fc.constant('table'),
    content: fc.array(
      fc.record({
        type: fc.constant('tableRow'),
        content: fc.array(
          fc.record({
            type: fc.constantFrom('tableCell', 'tableHeader'),
            attrs: cellAttrs,
            content: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
          }),
          { maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
}));

/** What a pattern finds in XML, each once. */
function ids(xml: string, pattern: RegExp): Set<string | undefined> {
  return new Set([...xml.matchAll(pattern)].map(([, id]) => id));
}

/** Throws unless tags are balanced and every character is one that XML 1.0 allows. */
function checkXml(path: string, xml: string): void {
  expect(xml, path).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u);
  const open: string[] = [];
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([\w:.-]+)[^<>]*?(\/?)>/g)) {
    if (close) expect(open.pop(), path).toBe(name);
    else if (!empty) open.push(name!);
  }
  expect(open, path).toEqual([]);
}

describe('any strategy of the schema', () => {
  it('is written as a sound package', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { minLength: 1, maxLength: 4 }),
        anyText,
        fc.constantFrom('en', 'ar', 'x', ''),
        fc.integer({ min: 1, max: 30 }),
        async (content, title, locale, number) => {
          schema.nodeFromJSON({ type: 'doc', content }).check();
          const sections = [
            sectionOf(content, { id: 'a', number, title, owner: title }),
            sectionOf(content, { id: 'a' }),
          ];
          const { parts, part } = await write(
            strategyOf([], { sections, title, organisation: title, locale, date: title }),
          );
          for (const [path, xml] of parts) checkXml(path, xml);
          const document = part('word/document.xml');
          const bookmarks = [...document.matchAll(/<w:bookmarkStart w:name="([^"]*)"/g)].map(([, name]) => name);
          expect(new Set(bookmarks).size).toBe(bookmarks.length);
          const anchors = ids(document, / w:anchor="([^"]*)"/g);
          expect([...anchors].filter((anchor) => !bookmarks.includes(anchor))).toEqual([]);
          const used = ids(document, / r:id="([^"]+)"/g);
          const known = ids(part('word/_rels/document.xml.rels'), / Id="([^"]+)"/g);
          expect([...used].filter((id) => !known.has(id))).toEqual([]);
          const numbers = ids(part('word/numbering.xml'), /<w:num w:numId="(\d+)"/g).add('0');
          expect([...ids(document, /<w:numId w:val="([^"]*)"/g)].filter((id) => !numbers.has(id))).toEqual([]);
          expect(document.match(/<\/w:tbl><\/w:tc>|<\/w:tbl><w:tbl>/g)).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });
});
