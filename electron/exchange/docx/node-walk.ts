import type { NodeJson } from '../../../shared/document/schema.ts';

/** Visits a node and everything below it, in reading order. */
export function walk(node: NodeJson, visit: (node: NodeJson) => void): void {
  visit(node);
  if (node.content) for (const child of node.content) walk(child, visit);
}

/** The text of a block as a line: breaks are blanks, footnotes are left out. */
export function lineOf(node: NodeJson): string {
  let line = '';
  for (const child of node.content ?? []) {
    if (child.type === 'hardBreak') line += ' ';
    else if (child.type !== 'footnote') line += child.text ?? `${lineOf(child)} `;
  }
  return line.replace(/\s+/g, ' ').trim();
}
