import type { NodeJson } from '../../../shared/document/schema.ts';
import { readImport, type ImportOptions, type ReadImport } from './read-import.ts';

export function read(source: string, file = 'a.md', options: ImportOptions = {}): ReadImport {
  return readImport(file, Buffer.from(source), options);
}

/** Each block on a line of its own, indented as it is nested. */
export function outlineOf(nodes: readonly NodeJson[], depth = 0): string[] {
  return nodes.flatMap((node) => {
    const indent = '  '.repeat(depth);
    if (node.type === 'paragraph' || node.type === 'heading') {
      const level = node.type === 'heading' ? `h${node.attrs?.['level'] as number} ` : '';
      return [`${indent}${level}${(node.content ?? []).map(inlineOf).join('')}`];
    }
    const start = node.attrs?.['start'] as number | undefined;
    return [
      `${indent}${node.type}${start !== undefined && start !== 1 ? ` ${start}` : ''}`,
      ...outlineOf(node.content ?? [], depth + 1),
    ];
  });
}

function inlineOf(node: NodeJson): string {
  if (node.type === 'hardBreak') return '↵';
  if (node.type === 'footnote') return `[^${(node.content ?? []).map(inlineOf).join('')}]`;
  const marks = (node.marks ?? []).map(({ type }) => type).join('+');
  return marks === '' ? (node.text ?? '') : `${marks}(${node.text ?? ''})`;
}

export function contentOf(source: string, file?: string): string[] {
  return outlineOf(read(source, file, { splitLevel: 1 }).sections.flatMap(({ content }) => content));
}

export function wordsOf(text: string): string[] {
  return (text.match(/\p{L}+/gu) ?? []).sort();
}

export function allText(nodes: readonly NodeJson[]): string {
  return nodes.map((node) => ` ${node.text ?? ''} ${allText(node.content ?? [])}`).join(' ');
}
