import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeContent } from '../../shared/document/content.ts';
import { sectionDocument } from '../../shared/document/layout.ts';
import type { NodeJson } from '../../shared/document/schema.ts';
import { temporaryApplication } from '../strategy.test-support.ts';

const paragraph = (id: string, ...content: NodeJson[]): NodeJson => ({ type: 'paragraph', attrs: { id }, content });
const text = (value: string): NodeJson => ({ type: 'text', text: value });

/** A strategy with these paragraphs in its second section, and how to search it. */
async function strategyWith(...paragraphs: NodeJson[]) {
  const { application, folder } = temporaryApplication();
  const open = application.create(join(folder, 'a.strategy'), { title: 'A', template: 'action-plan' });
  const { sections } = await open.workspace.outline();
  const section = sections[1]!.id;
  await open.workspace.edit(sectionDocument(section), (doc) => writeContent(doc, paragraphs));
  const search = (wanted: string, options = {}) =>
    open.handlers.search({ text: wanted, matchCase: false, wholeWords: false, ...options });
  const found = async (wanted: string, options = {}) => {
    const { hits } = await search(wanted, options);
    return hits.map(({ block, excerpt, ranges }) => [block, ...ranges.map(({ from, to }) => excerpt.slice(from, to))]);
  };
  return { ...open, section, sections, search, found };
}

test('a text is found wherever it stands, in order, with where it is', async () => {
  const { found, search, section } = await strategyWith(
    paragraph('a', text('Counterterrorism, and Terror again')),
    paragraph('b', text('nothing')),
    paragraph('c', text('See'), { type: 'footnote', attrs: { id: 'n' }, content: [text('The Terror Act')] }),
  );
  expect(await found('terror')).toEqual([
    ['a', 'terror', 'Terror'],
    ['c', 'Terror'],
  ]);
  expect(await found('terror', { matchCase: true })).toEqual([['a', 'terror']]);
  expect(await found('terror', { wholeWords: true })).toEqual([
    ['a', 'Terror'],
    ['c', 'Terror'],
  ]);
  const { matches, hits } = await search('terror');
  expect(matches).toBe(3);
  expect(hits[0]).toMatchObject({ section, first: { from: 7, to: 13 }, count: 2 });
  expect(await found('  ')).toEqual([]);
});

test('scripts without spaces, two letters and vowel signs are found', async () => {
  const { found } = await strategyWith(
    paragraph('han', text('国家反恐战略以人为本')),
    paragraph('thai', text('ยุทธศาสตร์การต่อต้านการก่อการร้าย')),
    paragraph('arabic', text('مُكَافَحَةُ الإرهاب')),
    paragraph('russian', text('Стратегия противодействия')),
    paragraph('greek', text('Στρατηγική')),
  );
  expect(await found('反恐')).toEqual([['han', '反恐']]);
  expect(await found('反恐战略以人')).toEqual([['han', '反恐战略以人']]);
  expect(await found('ต่อต้าน')).toEqual([['thai', 'ต่อต้าน']]);
  expect(await found('مكافحة')).toEqual([['arabic', 'مُكَافَحَةُ']]);
  expect(await found('ПРОТИВО')).toEqual([['russian', 'противо']]);
  expect(await found('στρατηγικη')).toEqual([['greek', 'Στρατηγική']]);
});

test('titles of sections are found, and passages that hold the words in another order come besides', async () => {
  const { found, search, sections } = await strategyWith(
    paragraph('a', text('Compensation is paid to victims within a year')),
    paragraph('b', text('Victims alone')),
  );
  expect(await found(sections[0]!.title)).toEqual([[null, sections[0]!.title]]);
  const { hits, loose } = await search('victims compensation');
  expect(hits).toEqual([]);
  expect(loose.map(({ block, excerpt, ranges }) => [block, ...ranges.map((r) => excerpt.slice(r.from, r.to))])).toEqual(
    [['a', 'Compensation', 'victims']],
  );
});

test('signs that the index or the database would take for something else are text', async () => {
  const { found } = await strategyWith(paragraph('a', text('10 % of "all" (AND) * NOT_x -- \'y\' ^z:')));
  for (const wanted of ['"all"', '10 %', '* NOT_x', "-- 'y'", '^z:', '(AND)']) {
    expect(await found(wanted)).toEqual([['a', wanted]]);
  }
});

test('a long passage is cut around its first match', async () => {
  const { search } = await strategyWith(paragraph('a', text(`${'before '.repeat(60)}needle${' after'.repeat(60)}`)));
  const { hits } = await search('needle');
  expect(hits[0]!.isCut).toEqual({ before: true, after: true });
  expect(hits[0]!.excerpt.length).toBeLessThan(200);
  expect(hits[0]!.excerpt.startsWith('before ')).toBe(true);
});

test('what has just been written is found, what was deleted is not, nor is a section that was', async () => {
  const { workspace, section, found } = await strategyWith(paragraph('a', text('old words')));
  await workspace.hub.edit(sectionDocument(section), workspace.file.authorOf(0) ?? ANYBODY, (doc) => {
    doc.getXmlFragment('content').delete(0, 1);
    writeContent(doc, [paragraph('b', text('new words'))]);
  });
  expect(await found('words')).toEqual([['b', 'words']]);
  await workspace.edit('outline', (doc) => {
    (doc.getMap('sections').get(section) as { set: (key: string, value: unknown) => void }).set('deleted', true);
  });
  expect(await found('words')).toEqual([]);
});

const ANYBODY = { device: 1, name: 'A', organisation: '' };
