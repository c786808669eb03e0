import { describe, expect, it } from 'vitest';
import { TEXT_WIDTH } from './page.ts';
import { cell, paragraph, table, textOf, writeBlocks } from './written-parts.test-support.ts';

const header = (value: string, attrs = {}) => cell(value, attrs, 'tableHeader');
const rowsOf = (xml: string) => xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
const gridOf = (xml: string) => [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));

describe('tables', () => {
  it('share the width of the text where nobody gave one', async () => {
    const { body } = await writeBlocks(table([cell('a'), cell('b'), cell('c'), cell('d')]));
    expect(gridOf(body)).toEqual([TEXT_WIDTH / 4, TEXT_WIDTH / 4, TEXT_WIDTH / 4, TEXT_WIDTH / 4]);
    expect(body).toContain('<w:tblLayout w:type="fixed"/>');
  });

  it('keep given widths', async () => {
    const { body } = await writeBlocks(
      table([cell('a', { colwidth: [100] }), cell('b', { colwidth: [200] }), cell('c')]),
    );
    expect(gridOf(body)).toEqual([1_500, 3_000, TEXT_WIDTH - 4_500]);
  });

  it('repeat leading rows of header cells on each page', async () => {
    const { body } = await writeBlocks(
      table([header('A'), header('B')], [header('a'), header('b')], [cell('1'), cell('2')], [header('x'), header('y')]),
    );
    expect(rowsOf(body).map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, true, false, false]);
    expect(rowsOf(body)[0]).toContain('<w:pStyle w:val="TableHeader"/>');
  });

  it('repeat nothing where there is no body', async () => {
    const { body } = await writeBlocks(table([header('A')]));
    expect(body).not.toContain('<w:tblHeader/>');
  });

  it('keep short rows on one page and let long ones run over', async () => {
    const { body } = await writeBlocks(table([cell('short')], [cell('long '.repeat(300))]));
    expect(rowsOf(body).map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, false]);
  });

  it('merge cells across columns and rows', async () => {
    const { body } = await writeBlocks(
      table([cell('a', { rowspan: 2 }), cell('b', { colspan: 2 })], [cell('c'), cell('d')]),
    );
    const [first, second] = rowsOf(body);
    expect(first).toContain('<w:vMerge w:val="restart"/>');
    expect(first).toContain('<w:gridSpan w:val="2"/>');
    expect(second).toContain('<w:vMerge w:val="continue"/>');
    expect(second?.match(/<w:tc>/g)).toHaveLength(3);
  });

  it('fill up ragged rows', async () => {
    const { body } = await writeBlocks(table([cell('a'), cell('b'), cell('c')], [cell('d')], []));
    expect(rowsOf(body).map((row) => row.match(/<w:tc>/g)?.length)).toEqual([3, 3, 3]);
  });

  it('are left out, with a warning, where they have no cell', async () => {
    const { body, warnings } = await writeBlocks(table([]), { type: 'table' });
    expect(body).toBe('');
    expect(warnings).toEqual([{ what: 'empty-table', count: 2 }]);
  });

  it('end every cell with a paragraph and stay apart from the next table', async () => {
    const nested = { type: 'tableCell', content: [table([cell('inner')])] };
    const { body } = await writeBlocks(table([nested, { type: 'tableCell' }]), table([cell('next')]));
    expect(body).not.toContain('</w:tbl></w:tc>');
    expect(body).not.toContain('</w:tbl><w:tbl>');
    expect(body).not.toContain('</w:tcPr></w:tc>');
    expect(body.endsWith('</w:p>')).toBe(true);
  });

  it('put what has no column into the last one, with a warning', async () => {
    const { body, warnings } = await writeBlocks(table(Array.from({ length: 70 }, (_, index) => cell(`${index} `))));
    expect(gridOf(body)).toHaveLength(63);
    expect(textOf(body)).toContain('68 69 ');
    expect(warnings).toEqual([{ what: 'table-too-wide', count: 1 }]);
  });

  it('take in lists and several paragraphs', async () => {
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('item')] }] };
    const { body } = await writeBlocks(
      table([{ type: 'tableCell', content: [paragraph('before'), list, paragraph('after')] }]),
    );
    expect(textOf(body)).toBe('beforeitemafter');
    expect(body.match(/<w:pStyle w:val="TableText"\/>/g)).toHaveLength(3);
  });
});
