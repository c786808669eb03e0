import { strFromU8, unzipSync } from 'fflate';
import type { NodeJson } from '../../../shared/document/schema.ts';
import { readDocxLabels } from '../../resources.ts';
import type { ExportedSection, ExportedStrategy } from './exported-strategy.ts';
import type { ExportWarning } from '../../../shared/contract/exports.ts';
import { writeDocx } from './write-docx.ts';

/** The files of a package as text, by their paths. For tests. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

/** A strategy of one section with the given blocks. */
export function strategyOf(content: readonly NodeJson[], changes: Partial<ExportedStrategy> = {}): ExportedStrategy {
  return {
    title: 'Strategy of Maravia',
    template: 'national',
    locale: 'en-GB',
    classification: '',
    ownFrameworks: [],
    organisation: 'Coordination Office',
    date: '2027-03-01',
    sections: [sectionOf(content)],
    coverage: [],
    shownTags: null,
    targets: new Map(),
    assets: new Map(),
    labels: readDocxLabels('en'),
    houseStyle: null,
    ...changes,
  };
}

export function sectionOf(content: readonly NodeJson[], changes: Partial<ExportedSection> = {}): ExportedSection {
  return { id: 'section-1', number: 1, title: 'Prevention', owner: '', content: { type: 'doc', content }, ...changes };
}

interface Written {
  readonly parts: ReadonlyMap<string, string>;
  readonly warnings: readonly ExportWarning[];
  /** XML of the part; fails when there is none. */
  readonly part: (path: string) => string;
  /** XML of the blocks below the heading of the first section. */
  readonly body: string;
}

export async function write(strategy: ExportedStrategy): Promise<Written> {
  const { bytes, warnings } = await writeDocx(strategy);
  const parts = partsOf(bytes);
  const part = (path: string): string => {
    const xml = parts.get(path);
    if (xml === undefined) throw new Error(`The package has no ${path}.`);
    return xml;
  };
  const document = part('word/document.xml');
  const heading = document.indexOf('<w:pStyle w:val="Heading1"/>');
  const body = document.slice(document.indexOf('</w:p>', heading) + 6, document.lastIndexOf('<w:sectPr'));
  return { parts, warnings, part, body };
}

export function writeBlocks(...content: NodeJson[]): Promise<Written> {
  return write(strategyOf(content));
}

export function text(value: string, ...marks: string[]): NodeJson {
  return { type: 'text', text: value, marks: marks.map((type) => ({ type })) };
}

export function link(value: string, href: string): NodeJson {
  return { type: 'text', text: value, marks: [{ type: 'link', attrs: { href } }] };
}

export function paragraph(...content: (NodeJson | string)[]): NodeJson {
  return { type: 'paragraph', content: content.map((node) => (typeof node === 'string' ? text(node) : node)) };
}

export function cell(value: string, attrs: NodeJson['attrs'] = {}, type = 'tableCell'): NodeJson {
  return { type, attrs, content: [paragraph(value)] };
}

export function table(...rows: NodeJson[][]): NodeJson {
  return { type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) };
}

/** The paragraphs of XML, each from its start tag to its end tag. */
export function paragraphsOf(xml: string): string[] {
  return xml.match(/<w:p>.*?<\/w:p>|<w:p\/>/gs) ?? [];
}

/** The text of XML, without its tags. */
export function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, value]) => value).join('');
}
