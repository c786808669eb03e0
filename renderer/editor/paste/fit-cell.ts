import { Fragment, Slice, type Node as ProseMirrorNode, type ResolvedPos } from '@tiptap/pm/model';

/**
 * What is pasted into a table cell becomes text and lists: a heading there would be numbered among
 * those of the section, and a table in a table can be written by no word processor's user. A table
 * alone is left to the table, which takes its cells over.
 */
export function fitCell(slice: Slice, target: ResolvedPos): Slice {
  const isTable = slice.content.childCount === 1 && slice.content.firstChild?.type.name === 'table';
  if (isTable || !isInCell(target)) return slice;
  const { firstChild, lastChild } = slice.content;
  return new Slice(
    flatten(slice.content),
    firstChild?.type.name === 'table' ? 0 : slice.openStart,
    lastChild?.type.name === 'table' ? 0 : slice.openEnd,
  );
}

function isInCell(position: ResolvedPos): boolean {
  for (let depth = position.depth; depth > 0; depth--) if (position.node(depth).type.spec['tableRole']) return true;
  return false;
}

function flatten(content: Fragment): Fragment {
  const nodes: ProseMirrorNode[] = [];
  content.forEach((node) => {
    const { type } = node;
    if (type.spec['tableRole']) flatten(node.content).forEach((inner) => nodes.push(inner));
    else if (type.name === 'heading') nodes.push(asParagraph(node));
    else nodes.push(type.isTextblock || node.isLeaf ? node : node.copy(flatten(node.content)));
  });
  return Fragment.from(nodes);
}

function asParagraph(node: ProseMirrorNode): ProseMirrorNode {
  return node.type.schema.nodes['paragraph']!.create({ ...node.attrs, level: undefined }, node.content, node.marks);
}
