import { describe, expect, it } from 'vitest';
import type { NodeJson } from '../../../shared/document/schema.ts';
import { paragraph, paragraphsOf, strategyOf, text, textOf, write, writeBlocks } from './written-parts.test-support.ts';

const item = (...content: NodeJson[]): NodeJson => ({ type: 'listItem', content });
const bullets = (...content: NodeJson[]): NodeJson => ({ type: 'bulletList', content });
const ordered = (attrs: NonNullable<NodeJson['attrs']>, ...content: NodeJson[]): NodeJson => ({
  type: 'orderedList',
  attrs,
  content,
});

const numberingOf = (xml: string) => ({
  level: xml.match(/<w:ilvl w:val="(\d+)"\/>/)?.[1],
  list: xml.match(/<w:numId w:val="(\d+)"\/>/)?.[1],
});

/** The first number of a list, by the definition that its `w:num` leads to. */
function startOf(numbering: string, list: string | undefined, level: number): string | undefined {
  const num = numbering.match(new RegExp(`<w:num w:numId="${list}".*?</w:num>`, 's'))?.[0] ?? '';
  return num.match(new RegExp(`<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="(\\d+)"/>`))?.[1];
}

describe('paragraphs', () => {
  it.each([
    ['left', 'left'],
    ['right', 'right'],
    ['center', 'center'],
    ['justify', 'both'],
  ])('are aligned: %s', async (textAlign, written) => {
    const { body } = await writeBlocks({ ...paragraph('x'), attrs: { textAlign } });
    expect(body).toContain(`<w:jc w:val="${written}"/>`);
  });

  it('follow the document where they are aligned to the start', async () => {
    const { body } = await writeBlocks({ ...paragraph('x'), attrs: { textAlign: 'start' } });
    expect(body).not.toContain('<w:jc');
  });

  it('run from right to left, and are aligned as seen', async () => {
    const { body } = await writeBlocks({ ...paragraph('مرحبا Maravia'), attrs: { dir: 'rtl', textAlign: 'left' } });
    expect(body).toContain('<w:bidi/>');
    expect(body).toContain('<w:rtl/>');
    expect(body).toContain('<w:jc w:val="right"/>');
  });

  it('run from right to left where the language does, except for Latin runs', async () => {
    const blocks = [paragraph(text('الخطة'), text('Maravia', 'bold')), { ...paragraph('Left'), attrs: { dir: 'ltr' } }];
    const { body } = await write(strategyOf(blocks, { locale: 'ar' }));
    const [first, second] = paragraphsOf(body);
    expect(first).toContain('<w:bidi/>');
    expect(first?.match(/<w:rtl\/>/g)).toHaveLength(1);
    expect(second).not.toContain('<w:bidi/>');
  });

  it('may be empty', async () => {
    const { body } = await writeBlocks({ type: 'paragraph' });
    expect(paragraphsOf(body)).toEqual(['<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>']);
  });
});

describe('headings', () => {
  it.each([2, 3, 4])('have the style of their level: %i', async (level) => {
    const { body } = await writeBlocks({ type: 'heading', attrs: { level }, content: [text('x')] });
    expect(body).toContain(`<w:pStyle w:val="Heading${level}"/>`);
  });
});

describe('lists', () => {
  it('are numbered by the word processor, by level', async () => {
    const { body, part } = await writeBlocks(
      bullets(item(paragraph('one'), ordered({ start: 1 }, item(paragraph('inner')))), item(paragraph('two'))),
    );
    const [one, inner, two] = paragraphsOf(body).map(numberingOf);
    expect(one?.level).toBe('0');
    expect(inner?.level).toBe('1');
    expect(two).toEqual(one);
    expect(inner?.list).not.toBe(one?.list);
    expect(startOf(part('word/numbering.xml'), inner?.list, 1)).toBe('1');
  });

  it('start afresh each, at their own number', async () => {
    const { body, part } = await writeBlocks(
      ordered({ start: 1 }, item(paragraph('a')), item(paragraph('b'))),
      ordered({ start: 1 }, item(paragraph('c'))),
      ordered({ start: 5 }, item(paragraph('d'))),
    );
    const lists = paragraphsOf(body).map((xml) => numberingOf(xml).list);
    expect(lists[0]).toBe(lists[1]);
    expect(new Set(lists).size).toBe(3);
    expect([0, 2, 3].map((index) => startOf(part('word/numbering.xml'), lists[index], 0))).toEqual(['1', '1', '5']);
  });

  it.each([
    ['a', 'lowerLetter'],
    ['I', 'upperRoman'],
    [null, 'decimal'],
  ])('honour the type %s', async (type, format) => {
    const { body, part } = await writeBlocks(ordered({ start: 2, type }, item(paragraph('x'))));
    const { list } = numberingOf(body);
    const numbering = part('word/numbering.xml');
    const id = numbering.match(new RegExp(`<w:num w:numId="${list}"[^>]*><w:abstractNumId w:val="(\\d+)"/>`))?.[1];
    const definition = numbering.match(
      new RegExp(`<w:abstractNum w:abstractNumId="${id}".*?</w:abstractNum>`, 's'),
    )?.[0];
    expect(definition).toContain(`<w:start w:val="2"/><w:numFmt w:val="${format}"/>`);
  });

  it('indent further paragraphs and tables of an item under it, without a number', async () => {
    const table = {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('t')] }] }],
    };
    const { body } = await writeBlocks(bullets(item(paragraph('one'), paragraph('more'), table)));
    const [, more] = paragraphsOf(body);
    expect(more).not.toContain('<w:numPr>');
    expect(more).toContain('<w:ind w:left="425"/>');
    expect(body).toContain('<w:tblInd w:type="dxa" w:w="425"/>');
  });

  it('are numbered down to eight levels, and warn of deeper ones', async () => {
    const nested = (levels: number): NodeJson =>
      bullets(item(paragraph(`level ${levels}`), ...(levels > 1 ? [nested(levels - 1)] : [])));
    expect((await writeBlocks(nested(8))).warnings).toEqual([]);
    const { body, warnings } = await writeBlocks(nested(9));
    expect(warnings).toEqual([{ what: 'list-too-deep', count: 1 }]);
    expect(paragraphsOf(body).map((xml) => numberingOf(xml).level)).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '7',
    ]);
  });

  it('number an item that begins with something else than a paragraph', async () => {
    const { body } = await writeBlocks(bullets(item({ type: 'blockquote', content: [paragraph('quoted')] })));
    expect(paragraphsOf(body).map((xml) => xml.includes('<w:numPr>'))).toEqual([true, false]);
  });

  it('cannot be mistaken by a text that looks like their name', async () => {
    const { body, part } = await writeBlocks(
      paragraph('{1} {bullets-0} {\uFFFEbullets-0}'),
      bullets(item(paragraph('one'))),
    );
    expect(textOf(body)).toContain('{1} {bullets-0} {bullets-0}');
    expect(part('word/document.xml')).not.toContain('\uFFFE');
  });
});

describe('quotations and rules', () => {
  it('set quotations in, further for each within another', async () => {
    const quote = (...content: NodeJson[]): NodeJson => ({ type: 'blockquote', content });
    const { body } = await writeBlocks(quote(paragraph('outer'), quote(paragraph('inner'))));
    const [outer, inner] = paragraphsOf(body);
    expect(outer).toContain('<w:pStyle w:val="Quote"/>');
    expect(outer).not.toContain('<w:ind');
    expect(inner).toContain('<w:ind w:left="1134"/>');
  });

  it('draw a rule as an empty paragraph with a border', async () => {
    const { body, part } = await writeBlocks({ type: 'horizontalRule' });
    expect(body).toBe('<w:p><w:pPr><w:pStyle w:val="Rule"/></w:pPr></w:p>');
    expect(part('word/styles.xml')).toMatch(/w:styleId="Rule".*?<w:pBdr><w:bottom /s);
  });
});

it('keeps the text of nodes that the schema does not know', async () => {
  const { body, warnings } = await writeBlocks({ type: 'callout', content: [paragraph('kept'), text('loose')] });
  expect(textOf(body)).toBe('keptloose');
  expect(warnings).toEqual([{ what: 'unknown-node', count: 2 }]);
});
