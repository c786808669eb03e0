import { describe, expect, test } from 'vitest';
import { OUTLINE, sectionDocument } from '../shared/document/layout.ts';
import { readOutline } from '../shared/document/outline.ts';
import { readContent } from '../shared/document/content.ts';
import { schema, type NodeJson } from '../shared/document/schema.ts';
import { seedFromSample, seedFromTemplate } from '../shared/document/seed.ts';
import { computeCoverage, countStates, summariseSection } from '../shared/domain/coverage.ts';
import { numberTargets } from '../shared/domain/references.ts';
import { assetHash } from './storage/assets.ts';
import { projectSection } from './storage/projection.ts';
import { readFrameworks, readMessages, readSample, readSampleFigures, readTemplates } from './resources.ts';

const options = { title: 'T', locale: 'en', device: 3, by: 'A', at: '2026-01-01T00:00:00.000Z' };

describe('frameworks', () => {
  const [valletta, pillars] = readFrameworks();

  test('the 42 Valletta Principles: 8 overarching, 20 and 2 substantive, 8 and 4 procedural', () => {
    expect(valletta).toMatchObject({ id: 'valletta-2025', binding: false });
    expect(valletta!.principles.map(({ number }) => number)).toEqual(
      Array.from({ length: 42 }, (_, index) => index + 1),
    );
    const sizes = valletta!.groups.map(({ id }) => valletta!.principles.filter(({ group }) => group === id).length);
    expect(sizes).toEqual([8, 20, 2, 8, 4]);
  });

  test('39 to 42 speak to regional strategies', () => {
    const outside = valletta!.principles.filter(({ scope }) => !scope.includes('national')).map(({ number }) => number);
    expect(outside).toEqual([39, 40, 41, 42]);
    expect(valletta!.principles.every(({ scope }) => scope.includes('regional'))).toBe(true);
  });

  test('each principle is explained and has 2 to 5 prompts', () => {
    for (const framework of [valletta!, pillars!]) {
      for (const { explanation, prompts } of framework.principles) {
        expect(explanation.length).toBeGreaterThan(100);
        expect(prompts.length).toBeGreaterThanOrEqual(2);
        expect(prompts.length).toBeLessThanOrEqual(5);
      }
    }
    expect(pillars!.principles).toHaveLength(4);
  });
});

describe('templates', () => {
  const templates = readTemplates();

  test('16, 14 and 11 sections, whose principles exist and whose keys are unique', () => {
    expect(templates.map(({ id, sections }) => [id, sections.length])).toEqual([
      ['national', 16],
      ['regional', 14],
      ['action-plan', 11],
    ]);
    for (const { sections } of templates) {
      expect(new Set(sections.map(({ key }) => key)).size).toBe(sections.length);
      for (const { principles } of sections) for (const number of principles) expect(number).toBeLessThanOrEqual(42);
    }
  });

  test.each(templates.map((template) => [template.id, template] as const))(
    '%s seeds documents of the schema',
    (_id, template) => {
      const documents = seedFromTemplate(template, options);
      expect(documents.size).toBe(template.sections.length + 1);
      const outline = readOutline(documents.get(OUTLINE)!);
      expect(outline.sections.map(({ title }) => title)).toEqual(template.sections.map(({ title }) => title));
      for (const { id } of outline.sections)
        schema.nodeFromJSON(readContent(documents.get(sectionDocument(id))!)).check();
    },
  );
});

test('the sample is a whole strategy: over all sections, tagged with real gaps, every reference and picture there', () => {
  const sample = readSample();
  const template = readTemplates().find(({ id }) => id === sample.template)!;
  expect(sample.sections.map(({ key }) => key)).toEqual(template.sections.map(({ key }) => key));
  const figures = [...readSampleFigures()].map(([name, bytes]) => [name, assetHash(bytes)] as const);
  const documents = seedFromSample(sample, template, options, new Map(figures));
  const outline = readOutline(documents.get(OUTLINE)!);
  const summaries = outline.sections.map(({ id }) => {
    const doc = documents.get(sectionDocument(id))!;
    schema.nodeFromJSON(readContent(doc)).check();
    const { blocks, tags } = projectSection(doc);
    return summariseSection(id, blocks, tags);
  });
  for (const { words } of summaries) expect(words).toBeGreaterThan(80);
  expect(summaries.reduce((sum, { words }) => sum + words, 0)).toBeGreaterThan(6000);
  expect(summaries.flatMap(({ unplaced }) => unplaced)).toEqual([]);

  const framework = readFrameworks()[0]!;
  const { template: kind, decisions } = outline;
  const coverage = computeCoverage({ framework, template: kind, sections: summaries, decisions, actions: [] });
  expect(countStates(coverage).text).toBeGreaterThanOrEqual(30);
  expect(coverage.gaps.length).toBeGreaterThanOrEqual(4);
  expect(countStates(coverage)['set-aside']).toBe(1);

  const targets = numberTargets(
    outline.sections.map(({ id, title }, index) => ({ id, title, targets: summaries[index]!.targets })),
  );
  const kinds = Map.groupBy(targets.values(), (target) => target.kind);
  expect(kinds.get('table')!.length).toBeGreaterThan(10);
  expect(kinds.get('figure')).toHaveLength(figures.length);
  expect(kinds.get('footnote')!.length).toBeGreaterThan(15);
  const hashes = new Set(figures.map(([, hash]) => hash));
  let references = 0;
  const look = ({ type, attrs, content }: NodeJson): void => {
    if (type === 'image') expect(hashes).toContain(attrs!['asset']);
    if (type === 'reference') {
      references++;
      expect([...targets.keys()]).toContain(attrs!['target']);
    }
    content?.forEach(look);
  };
  for (const { id } of outline.sections) look(readContent(documents.get(sectionDocument(id))!));
  expect(references).toBeGreaterThan(12);
});

test('the catalogue words every failure and problem', async () => {
  const { failureSchema } = await import('../shared/contract/failure.ts');
  const messages = readMessages('en') as { failure: Record<string, string> };
  for (const type of failureSchema.shape.type.options) expect(Object.keys(messages.failure)).toContain(type);
});
