import * as Y from 'yjs';
import { DEFAULT_FRAMEWORK } from '../domain/framework.ts';
import type { Sample, SampleBlock, SectionTemplate, Template } from '../domain/template.ts';
import { carryDevice } from './client-id.ts';
import { writeContent } from './content.ts';
import { createId } from './ids.ts';
import { contentOf, OUTLINE, sectionDocument } from './layout.ts';
import { putDecision, writeOutline } from './outline.ts';
import type { NodeJson } from './schema.ts';
import { putTag, type Tag } from './tags.ts';

/** The documents of a new strategy, by name. */
export type SeededDocuments = ReadonlyMap<string, Y.Doc>;

export interface SeedOptions {
  readonly title: string;
  /** Language of the document, BCP 47. */
  readonly locale: string;
  /** Device number of the creator. */
  readonly device: number;
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/**
 * Writes a template into documents. Done exactly once, by whoever creates the strategy: a second
 * seeding would duplicate every heading.
 */
export function seedFromTemplate(template: Template, options: SeedOptions): SeededDocuments {
  return seed(template, options, (section) => subheadings(section), []);
}

/**
 * Writes a strategy already begun, with its tags and decisions; a section's tags are signed by the
 * organisation that owns it.
 */
export function seedFromSample(sample: Sample, template: Template, options: SeedOptions): SeededDocuments {
  const drafted = new Map(sample.sections.map((section) => [section.key, section]));
  const content = (section: SectionTemplate): SeedContent => {
    const draft = drafted.get(section.key);
    return draft && draft.blocks.length > 0 ? sampleContent(draft.blocks) : subheadings(section);
  };
  const documents = seed(template, options, content, sample.sections);
  const outline = documents.get(OUTLINE)!;
  for (const { principle, reason } of sample.setAside) {
    putDecision(outline, { framework: DEFAULT_FRAMEWORK, principle, reason, by: options.by, at: options.at });
  }
  return documents;
}

/** Gives a section that somebody has just added a paragraph to write in. Only whoever added it does. */
export function seedEmptySection(doc: Y.Doc): void {
  const paragraph = new Y.XmlElement('paragraph');
  contentOf(doc).push([paragraph]);
  paragraph.setAttribute('id', createId());
}

interface SeedContent {
  readonly nodes: readonly NodeJson[];
  readonly tags: readonly Omit<Tag, 'by' | 'at'>[];
}

function seed(
  template: Template,
  { title, locale, device, by, at }: SeedOptions,
  contentFor: (section: SectionTemplate) => SeedContent,
  states: readonly { key: string; owner: string; status: Sample['sections'][number]['status'] }[],
): SeededDocuments {
  const documents = new Map<string, Y.Doc>();
  const stateByKey = new Map(states.map(({ key, owner, status }) => [key, { owner, status }]));
  const sections = template.sections.map((section) => ({ id: createId(), section }));
  const outline = carryDevice(new Y.Doc(), device);
  writeOutline(outline, {
    title,
    template: template.id,
    locale,
    sections: sections.map(({ id, section }) => ({
      id,
      key: section.key,
      title: section.title,
      ...stateByKey.get(section.key),
    })),
  });
  documents.set(OUTLINE, outline);
  for (const { id, section } of sections) {
    const doc = carryDevice(new Y.Doc(), device);
    const { nodes, tags } = contentFor(section);
    writeContent(doc, nodes);
    for (const tag of tags) putTag(doc, { ...tag, by: stateByKey.get(section.key)?.owner || by, at });
    documents.set(sectionDocument(id), doc);
  }
  return documents;
}

function text(value: string): NodeJson[] {
  return value === '' ? [] : [{ type: 'text', text: value }];
}

function leaf(
  type: 'paragraph' | 'heading',
  content: readonly NodeJson[],
  attrs = {},
): NodeJson & { attrs: { id: string } } {
  return { type, attrs: { id: createId(), ...attrs }, content };
}

/** The template's sub-headings, each followed by an empty paragraph to write in. */
function subheadings({ subsections }: SectionTemplate): SeedContent {
  const nodes = subsections.flatMap(({ title }) => [leaf('heading', text(title), { level: 2 }), leaf('paragraph', [])]);
  return { nodes, tags: [] };
}

function sampleContent(blocks: readonly SampleBlock[]): SeedContent {
  const tags: Omit<Tag, 'by' | 'at'>[] = [];
  const paragraph = (
    content: readonly NodeJson[],
    sampleTags: readonly { principle: number; strength: Tag['strength']; reason: string }[] = [],
  ): NodeJson => {
    const node = leaf('paragraph', content);
    for (const tag of sampleTags) tags.push({ block: node.attrs.id, framework: DEFAULT_FRAMEWORK, ...tag });
    return node;
  };
  const nodes = blocks.map((block): NodeJson => {
    switch (block.kind) {
      case 'heading':
        return leaf('heading', text(block.text), { level: block.level });
      case 'paragraph':
        return paragraph(withFootnote(block.text, block.footnote), block.tags);
      case 'bullets':
      case 'numbers':
        return {
          type: block.kind === 'bullets' ? 'bulletList' : 'orderedList',
          content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(text(item.text), item.tags)] })),
        };
      case 'table':
        return {
          type: 'table',
          content: [
            tableRow('tableHeader', block.header, paragraph),
            ...block.rows.map((row) => tableRow('tableCell', row, paragraph)),
          ],
        };
    }
  });
  return { nodes, tags };
}

function tableRow(type: string, cells: readonly string[], paragraph: (content: NodeJson[]) => NodeJson): NodeJson {
  return { type: 'tableRow', content: cells.map((cell) => ({ type, content: [paragraph(text(cell))] })) };
}

function withFootnote(value: string, footnote?: { after: string; text: string }): NodeJson[] {
  if (!footnote) return text(value);
  const at = value.indexOf(footnote.after);
  const cut = at < 0 ? value.length : at + footnote.after.length;
  return [
    ...text(value.slice(0, cut)),
    { type: 'footnote', attrs: { id: createId() }, content: text(footnote.text) },
    ...text(value.slice(cut)),
  ];
}
