import { describe, expect, it } from 'vitest';
import type { CoverageMatrix } from '../../../shared/domain/coverage-matrix.ts';
import type { CoverageReport } from '../../../shared/domain/coverage-report.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import { paragraphsOf, sectionOf, strategyOf, textOf, write } from './written-parts.test-support.ts';

const principle = (number: number, title: string) => ({
  number,
  title,
  short: title,
  group: 'one',
  level: 'all' as const,
  scope: ['national' as const],
  explanation: '',
  prompts: [],
});

const framework: Framework = {
  id: 'test',
  title: 'Test Principles',
  edition: '2025',
  binding: false,
  note: 'Five principles for trying things out.',
  source: '',
  groups: [
    { id: 'one', title: 'First group' },
    { id: 'two', title: 'Second group' },
  ],
  principles: ['Law', 'Action', 'Aside', 'Gap', 'Mention', 'Regional'].map((title, index) =>
    principle(index + 1, title),
  ),
};

const covered = (number: number, title: string, changes: Partial<CoverageReport['principles'][number]>) => ({
  number,
  title,
  group: 'one',
  inScope: true,
  state: 'none' as const,
  paragraphs: [],
  mentions: [],
  actions: [],
  sections: [],
  suspect: [],
  reason: null,
  ...changes,
});

const report: CoverageReport = {
  framework: 'test',
  principles: [
    covered(1, 'Law', { state: 'both', sections: ['s2', 's1'] }),
    covered(2, 'Action', { state: 'action', reason: 'Once not wanted.' }),
    covered(3, 'Aside', { state: 'set-aside', reason: 'Dealt with elsewhere.' }),
    covered(4, 'Gap', {}),
    covered(5, 'Mention', { mentions: ['b'] }),
    covered(6, 'Regional', { inScope: false }),
  ],
  gaps: [4, 5],
};

const matrix: CoverageMatrix = { framework: 'test', rows: [], columns: [] };

const sections = [1, 2].map((number) => sectionOf([], { id: `s${number}`, number }));
const rowsOf = (xml: string) =>
  (xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) => (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map(textOf));

describe('the annex', () => {
  it('is not there without a framework', async () => {
    const { part } = await write(strategyOf([], { sections }));
    expect(textOf(part('word/document.xml'))).not.toContain('Annex');
  });

  it('says of every principle in words how it is answered and where', async () => {
    const { part } = await write(strategyOf([], { sections, coverage: [{ framework, report, matrix }] }));
    expect(rowsOf(part('word/document.xml'))).toEqual([
      ['No.', 'Principle', 'Answered by', 'Where, or reason for setting aside'],
      ['First group'],
      ['1', 'Law', 'Text and action plan', 'Sections 1, 2'],
      ['2', 'Action', 'Action plan', 'Also set aside, for this reason: Once not wanted.'],
      ['3', 'Aside', 'Set aside', 'Reason: Dealt with elsewhere.'],
      ['4', 'Gap', 'Gap: no answer yet', ''],
      ['5', 'Mention', 'Gap: no answer yet', 'Mentioned in passing only'],
    ]);
  });

  it('says that the principles bind nobody and how many are left out, and gives no grade', async () => {
    const { part } = await write(strategyOf([], { sections, coverage: [{ framework, report, matrix }] }));
    const all = textOf(part('word/document.xml'));
    expect(all).toContain('These principles are not binding.');
    expect(all).toContain('Principles for other kinds of strategy, left out here: 1.');
    expect(all).not.toMatch(/%|per cent/);
  });

  it('stands in the contents without a number', async () => {
    const { part } = await write(strategyOf([], { sections, coverage: [{ framework, report, matrix }] }));
    const headings = paragraphsOf(part('word/document.xml')).filter((xml) => xml.includes('<w:numId w:val="0"/>'));
    expect(headings.map(textOf)).toEqual(['Annex: Coverage', 'Test Principles (2025)']);
    expect(
      paragraphsOf(part('word/document.xml'))
        .map(textOf)
        .filter((line) => line === 'Annex: Coverage'),
    ).toHaveLength(2);
  });
});
