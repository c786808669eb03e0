import type { MarkJson, NodeJson } from '../../document/schema.ts';
import type { ComparableSection } from './compare-sections.ts';
import type { ComparedSection, ComparedItem } from './comparison.ts';

export function words(text: string, ...marks: (string | MarkJson)[]): NodeJson {
  const all = marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark));
  return { type: 'text', text, ...(all.length > 0 && { marks: all }) };
}

export function node(type: string, attrs: Readonly<Record<string, unknown>>, ...content: NodeJson[]): NodeJson {
  return { type, attrs, ...(content.length > 0 && { content }) };
}

/** A paragraph, of its id alone if nothing else is given. */
export function paragraph(id: string, ...content: (NodeJson | string)[]): NodeJson {
  const all = content.length > 0 ? content : [id];
  return node('paragraph', { id }, ...all.map((each) => (typeof each === 'string' ? words(each) : each)));
}

export function picture(asset: string, alt = ''): NodeJson {
  return node('image', { asset, alt });
}

/** A row of cells with a paragraph each, named `id`, a full stop and a number. */
export function row(id: string, ...cells: string[]): NodeJson {
  const content = cells.map((text, index) =>
    node('tableCell', {}, paragraph(`${id}.${index}`, ...(text === '' ? [] : [text]))),
  );
  return node('tableRow', {}, ...content);
}

export function section(id: string, ...blocks: (NodeJson | string)[]): ComparableSection {
  const content = blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block));
  return {
    id,
    key: null,
    title: `Section ${id}`,
    order: `a${id}`,
    owner: '',
    status: 'drafting',
    content: { type: 'doc', content },
  };
}

/** An item as `change text (remarks)`, changed words in brackets. */
export function itemInWords({ change, parts, remarks }: ComparedItem): string {
  const text = parts.map((part, index) => {
    if (part.change === 'same') return part.text;
    const opens = parts[index - 1]?.change === part.change ? '' : part.change === 'added' ? '[+' : '[-';
    return `${opens}${part.text}${parts[index + 1]?.change === part.change ? '' : ']'}`;
  });
  const said = remarks.map(({ what, ...values }) => [what, ...Object.values<unknown>(values)].join(' '));
  return [change, text.join(''), ...(said.length > 0 ? [`(${said.join(', ')})`] : [])].join(' ');
}

export function inWords(sections: readonly ComparedSection[]): string[] {
  return sections.flatMap(({ section: id, change, blocks }) => [
    `${id} ${change}`,
    ...blocks.map((each) => (each.change === 'gap' ? `… ${each.count}` : itemInWords(each))),
  ]);
}
