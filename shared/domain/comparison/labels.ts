import { isLeafBlockType, type NodeJson } from '../../document/schema.ts';
import { excerptOf } from '../coverage.ts';

/** What references can lead to, in words: titles of sections, headings, captions and footnotes. */
export function readLabels(
  sections: readonly { readonly id: string; readonly title: string; readonly content: NodeJson }[],
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const { id, title, content } of sections) {
    labels.set(id, title);
    collect(content, labels);
  }
  return labels;
}

function collect(node: NodeJson, labels: Map<string, string>): void {
  const isTarget = node.type === 'footnote' || (isLeafBlockType(node.type) && node.type !== 'paragraph');
  const id = isTarget ? node.attrs?.['id'] : undefined;
  if (typeof id === 'string') labels.set(id, excerptOf(wordsOf(node)));
  for (const child of node.content ?? []) if (child.type !== 'text') collect(child, labels);
}

function wordsOf({ text, type, content }: NodeJson): string {
  if (text !== undefined) return text;
  return (content ?? [])
    .map((child) => (child.type === 'footnote' && type !== 'footnote' ? '' : wordsOf(child)))
    .join('');
}
