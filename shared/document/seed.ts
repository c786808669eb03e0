import * as Y from 'yjs';
import { DEFAULT_FRAMEWORK } from '../domain/framework.ts';
import type { Sample, SampleBlock, SectionTemplate, Template } from '../domain/template.ts';
import { carryDevice } from './client-id.ts';
import { writeContent } from './content.ts';
import { createId } from './ids.ts';
import { contentOf, OUTLINE, sectionDocument } from './layout.ts';
import { putDecision, writeOutline } from './outline.ts';
import type { LeafBlockType, NodeJson } from './schema.ts';
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
 * @param assets Hashes of the pictures, by the names of their files.
 */
export function seedFromSample(
  sample: Sample,
  template: Template,
  options: SeedOptions,
  assets: ReadonlyMap<string, string>,
): SeededDocuments {
  const drafted = new Map(sample.sections.map((section) => [section.key, section]));
  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const id = ids.get(key) ?? createId();
    ids.set(key, id);
    return id;
  };
  const content = (section: SectionTemplate): SeedContent => {
    const draft = drafted.get(section.key);
    return draft && draft.blocks.length > 0 ? sampleContent(draft.blocks, { idOf, assets }) : subheadings(section);
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

function leaf(type: LeafBlockType, content: readonly NodeJson[], attrs = {}): NodeJson & { attrs: { id: string } } {
  return { type, attrs: { id: createId(), ...attrs }, content };
}

/** The template's sub-headings, each followed by an empty paragraph to write in. */
function subheadings({ subsections }: SectionTemplate): SeedContent {
  const nodes = subsections.flatMap(({ title }) => [leaf('heading', text(title), { level: 2 }), leaf('paragraph', [])]);
  return { nodes, tags: [] };
}

interface SampleSources {
  /** The id of the block that has a key, before or after it is written. */
  readonly idOf: (key: string) => string;
  readonly assets: ReadonlyMap<string, string>;
}

function sampleContent(blocks: readonly SampleBlock[], { idOf, assets }: SampleSources): SeedContent {
  const tags: Omit<Tag, 'by' | 'at'>[] = [];
  const paragraph = (
    value: string,
    sampleTags: readonly { principle: number; strength: Tag['strength']; reason: string }[] = [],
    attrs = {},
  ): NodeJson => {
    const node = leaf('paragraph', sampleText(value, idOf), attrs);
    for (const tag of sampleTags) tags.push({ block: node.attrs.id, framework: DEFAULT_FRAMEWORK, ...tag });
    return node;
  };
  const row = (type: string, cells: readonly string[], figures: readonly number[] = []): NodeJson => ({
    type: 'tableRow',
    content: cells.map((cell, column) => ({
      type,
      content: [paragraph(cell, [], figures.includes(column) ? { textAlign: 'right' } : {})],
    })),
  });
  const nodes = blocks.map((block): NodeJson => {
    switch (block.kind) {
      case 'heading': {
        const id = block.key === undefined ? {} : { id: idOf(block.key) };
        return leaf('heading', text(block.text), { level: block.level, ...id });
      }
      case 'paragraph':
        return paragraph(block.text, block.tags);
      case 'bullets':
      case 'numbers':
        return {
          type: block.kind === 'bullets' ? 'bulletList' : 'orderedList',
          content: block.items.map((item) => ({ type: 'listItem', content: [paragraph(item.text, item.tags)] })),
        };
      case 'caption':
        return leaf('caption', text(block.text), { of: block.of, id: idOf(block.key) });
      case 'table':
        return {
          type: 'table',
          attrs: { orientation: block.orientation ?? null },
          content: [
            row('tableHeader', block.header, block.figures),
            ...block.rows.map((cells) => row('tableCell', cells, block.figures)),
          ],
        };
      case 'figure':
        return { type: 'image', attrs: { asset: assets.get(block.asset) ?? null, alt: block.alt } };
      case 'pageBreak':
        return { type: 'pageBreak' };
    }
  });
  return { nodes, tags };
}

/** A text with its footnotes and references in their places. */
function sampleText(value: string, idOf: (key: string) => string): NodeJson[] {
  return value.split(/(\{(?:note|ref):[^}]*\})/).flatMap((piece): NodeJson[] => {
    const [, kind, content] = /^\{(note|ref):([^}]*)\}$/.exec(piece) ?? [];
    if (kind === 'note') return [{ type: 'footnote', attrs: { id: createId() }, content: text(content!) }];
    if (kind === 'ref') return [{ type: 'reference', attrs: { target: idOf(content!), form: 'number' } }];
    return text(piece);
  });
}
