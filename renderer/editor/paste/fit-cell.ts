import { Fragment, Slice, type Node as ProseMirrorNode, type ResolvedPos } from '@tiptap/pm/model';

/**
 * What is pasted into a table cell becomes text and lists: a heading there would be numbered among
 * those of the section, and a table in a table helps nobody. Cells alone are left to the table, which
 * takes them over.
 */
export function fitCell(slice: Slice, target: ResolvedPos): Slice {
  const { content } = slice.content;
  const areCells = content.every(isOfTable) && (content.length === 1 || content[0]?.type.name !== 'table');
  if (areCells || !isInCell(target)) return slice;
  const { firstChild, lastChild } = slice.content;
  return new Slice(
    flatten(slice.content),
    firstChild?.type.name === 'table' ? 0 : slice.openStart,
    lastChild?.type.name === 'table' ? 0 : slice.openEnd,
  );
}

/** A table, or a row or cell of one. */
function isOfTable({ type }: ProseMirrorNode): boolean {
  return type.spec['tableRole'] !== undefined;
}

function isInCell(position: ResolvedPos): boolean {
  for (let depth = position.depth; depth > 0; depth--) if (isOfTable(position.node(depth))) return true;
  return false;
}

function flatten(content: Fragment): Fragment {
  const nodes: ProseMirrorNode[] = [];
  content.forEach((node) => {
    const { type } = node;
    if (isOfTable(node)) flatten(node.content).forEach((inner) => nodes.push(inner));
    else if (type.name === 'heading') nodes.push(asParagraph(node));
    else nodes.push(type.isTextblock || node.isLeaf ? node : node.copy(flatten(node.content)));
  });
  return Fragment.from(nodes);
}

function asParagraph(node: ProseMirrorNode): ProseMirrorNode {
  return node.type.schema.nodes['paragraph']!.create(node.attrs, node.content, node.marks);
}
