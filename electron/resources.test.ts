import { describe, expect, test } from 'vitest';
import { OUTLINE, sectionDocument } from '../shared/document/layout.ts';
import { readOutline } from '../shared/document/outline.ts';
import { readTags } from '../shared/document/tags.ts';
import { readContent } from '../shared/document/content.ts';
import { schema } from '../shared/document/schema.ts';
import { seedFromSample, seedFromTemplate } from '../shared/document/seed.ts';
import { projectSection } from './storage/projection.ts';
import { readFrameworks, readMessages, readSample, readTemplates } from './resources.ts';

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

test('the sample is of the schema, tagged, with real gaps and every tag in its place', () => {
  const sample = readSample();
  const template = readTemplates().find(({ id }) => id === sample.template)!;
  const keys = new Set(template.sections.map(({ key }) => key));
  for (const { key } of sample.sections) expect(keys).toContain(key);
  const documents = seedFromSample(sample, template, options);
  const tagged = new Set<number>();
  for (const [name, doc] of documents) {
    if (name === OUTLINE) continue;
    schema.nodeFromJSON(readContent(doc)).check();
    const ids = new Set(projectSection(doc).blocks.map(({ id }) => id));
    for (const { block, principle } of readTags(doc)) {
      expect(ids).toContain(block);
      tagged.add(principle);
    }
  }
  expect(tagged.size).toBeGreaterThanOrEqual(16);
  expect(tagged.size).toBeLessThan(38);
});

test('the catalogue words every failure and problem', async () => {
  const { failureSchema } = await import('../shared/contract/failure.ts');
  const messages = readMessages('en') as { failure: Record<string, string> };
  for (const type of failureSchema.shape.type.options) expect(Object.keys(messages.failure)).toContain(type);
});
