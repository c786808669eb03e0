import { describe, expect, it } from 'vitest';
import type { NodeJson } from '../../../shared/document/schema.ts';
import type { Target } from '../../../shared/domain/references.ts';
import { png } from '../../png.test-support.ts';
import { LANDSCAPE_TEXT_WIDTH, TEXT_WIDTH } from './page.ts';
import {
  cell,
  paragraph,
  sectionOf,
  strategyOf,
  table,
  text,
  textOf,
  write,
  writeBlocks,
} from './written-parts.test-support.ts';

function target(id: string, kind: Target['kind'], number: string, words: string): Target {
  return { id, section: 'section-1', kind, number, text: words };
}

function targetsOf(...list: Target[]): { targets: ReadonlyMap<string, Target> } {
  return { targets: new Map(list.map((each) => [each.id, each])) };
}

const caption = (id: string, of: string, words: string): NodeJson => ({
  type: 'caption',
  attrs: { id, of },
  content: [text(words)],
});
const reference = (to: string, form = 'number'): NodeJson => ({ type: 'reference', attrs: { target: to, form } });
const bookmarksOf = (xml: string) => [...xml.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, name]) => name);
const fieldsOf = (xml: string) => [...xml.matchAll(/w:instr="([^"]+)"/g)].map(([, field]) => field!.trim());

describe('captions', () => {
  it('are counted by the word processor, each kind for itself', async () => {
    const { body } = await writeBlocks(
      caption('a', 'table', 'Budget'),
      caption('b', 'figure', 'Circles'),
      caption('c', 'table', 'Risks'),
    );
    expect(fieldsOf(body)).toEqual(['SEQ Table \\* ARABIC', 'SEQ Figure \\* ARABIC', 'SEQ Table \\* ARABIC']);
    expect(textOf(body)).toBe('Table 1. BudgetFigure 1. CirclesTable 2. Risks');
  });
});

describe('references', () => {
  it('repeat the label and number of a caption, or its text, by fields', async () => {
    const { body } = await write(
      strategyOf(
        [caption('t', 'table', 'Budget'), paragraph('As ', reference('t'), ' (', reference('t', 'text'), ') shows')],
        targetsOf(target('t', 'table', '1', 'Budget')),
      ),
    );
    const [name, textName] = bookmarksOf(body);
    expect(fieldsOf(body)).toEqual(['SEQ Table \\* ARABIC', `REF ${name} \\h`, `REF ${textName} \\h`]);
    expect(textOf(body)).toBe('Table 1. BudgetAs Table 1 (Budget) shows');
  });

  it('name sections, headings and footnotes by their numbers', async () => {
    const { part, body } = await write(
      strategyOf(
        [
          { type: 'heading', attrs: { id: 'h', level: 2 }, content: [text('Courts')] },
          paragraph('Text', { type: 'footnote', attrs: { id: 'n' }, content: [text('Act')] }),
          paragraph(reference('h'), ' ', reference('n'), ' ', reference('section-1')),
        ],
        targetsOf(
          target('h', 'heading', '1.1', 'Courts'),
          target('n', 'footnote', '1', 'Act'),
          target('section-1', 'section', '1', 'Prevention'),
        ),
      ),
    );
    const [heading, footnote] = bookmarksOf(body);
    const section = bookmarksOf(part('word/document.xml'))[0];
    expect(fieldsOf(body)).toEqual([`REF ${heading} \\r \\h`, `NOTEREF ${footnote} \\h`, `REF ${section} \\r \\h`]);
    expect(textOf(body)).toContain('section 1.1 footnote 1 section 1');
  });

  it('whose target is gone say so and are counted', async () => {
    const { body, warnings } = await writeBlocks(paragraph('See ', reference('gone')));
    expect(textOf(body)).toBe('See [reference lost]');
    expect(warnings).toContainEqual({ what: 'missing-link-target', count: 1 });
  });
});

describe('pictures', () => {
  const assets = new Map([['x', { mediaType: 'image/png' as const, width: 1200, height: 600, bytes: png(1200, 600) }]]);
  const image = (attrs: NodeJson['attrs']): NodeJson => ({ type: 'image', attrs: { alt: '', width: null, ...attrs } });
  const widthOf = (xml: string) => Number(/<wp:extent cx="(\d+)"/.exec(xml)?.[1]) / 635;

  it('are as wide as they are, and no wider than the text; with their description', async () => {
    const { body, parts } = await write(strategyOf([image({ asset: 'x', alt: 'Circles' })], { assets }));
    expect(widthOf(body)).toBeCloseTo(TEXT_WIDTH, -2);
    expect(body).toContain('descr="Circles"');
    expect([...parts.keys()].some((name) => name.startsWith('word/media/'))).toBe(true);
    const half = await write(strategyOf([image({ asset: 'x', width: 50 })], { assets }));
    expect(widthOf(half.body)).toBeCloseTo(TEXT_WIDTH / 2, -2);
    expect(half.warnings).toContainEqual({ what: 'picture-without-description', count: 1 });
  });

  it('that the file does not hold leave a sentence and stop nothing', async () => {
    const { body, warnings } = await writeBlocks(image({ asset: 'gone', alt: 'Circles' }), paragraph('after'));
    expect(textOf(body)).toBe('[A picture stood here that was not in the file.] Circlesafter');
    expect(warnings).toContainEqual({ what: 'missing-picture', count: 1 });
  });

  it('leave the same bytes when written again', async () => {
    const strategy = strategyOf([image({ asset: 'x' }), caption('f', 'figure', 'A')], { assets });
    const [first, second] = [await write(strategy), await write(strategy)];
    expect(second.part('word/document.xml')).toBe(first.part('word/document.xml'));
  });
});

describe('wide tables', () => {
  const wide: NodeJson = { ...table([cell('a'), cell('b')]), attrs: { orientation: 'landscape' } };
  const orientations = (xml: string) =>
    [...xml.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, size]) =>
      size!.includes('landscape') ? 'landscape' : 'portrait',
    );

  it('stand on a page turned on its side, with their caption, and take its width', async () => {
    const { part } = await writeBlocks(paragraph('before'), caption('t', 'table', 'Budget'), wide, paragraph('after'));
    const xml = part('word/document.xml');
    expect(orientations(xml)).toEqual(['portrait', 'landscape', 'portrait']);
    const [first, turned, last] = xml.split(/<w:sectPr.*?<\/w:sectPr>/s).map(textOf);
    expect(first!.endsWith('before')).toBe(true);
    expect(turned).toContain('Budgetab');
    expect(last).toBe('after');
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width)).toBe(LANDSCAPE_TEXT_WIDTH);
  });

  it('turn the page back before the next section', async () => {
    const { part } = await write(
      strategyOf([], { sections: [sectionOf([wide]), sectionOf([paragraph('next')], { id: 'section-2', number: 2 })] }),
    );
    expect(orientations(part('word/document.xml'))).toEqual(['portrait', 'landscape', 'portrait']);
  });
});
