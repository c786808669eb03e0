import { attributeText } from './attribute-text.ts';
import { schema, type NodeJson } from '../../document/schema.ts';

/** Attributes that say which a node is, not what it says or looks like. */
const IDENTITY = new Set(['id', 'origin']);

/**
 * One string for everything that a node says and looks like, the same for nodes that are the same. Its
 * identity is left out, and so are the named attributes.
 */
export function printNode(node: NodeJson, without: ReadonlySet<string> = NONE): string {
  const inside = node.content?.map((child) => printNode(child, without)).join() ?? '';
  const marks = node.marks?.length ? JSON.stringify(node.marks.map(printMark).sort()) : '';
  const text = node.text === undefined ? '' : JSON.stringify(node.text);
  return `${node.type}${printAttributes(node, without)}${text}${marks}(${inside})`;
}

const NONE: ReadonlySet<string> = new Set();

/** The attributes of a node as far as they are not what they are anyway. */
export function printAttributes({ type, attrs }: NodeJson, without: ReadonlySet<string> = NONE): string {
  if (!attrs) return '';
  const usual = schema.nodes[type as keyof typeof schema.nodes]?.spec.attrs;
  const said = Object.entries(attrs).filter(
    ([name, value]) =>
      value !== null &&
      value !== undefined &&
      value !== usual?.[name]?.default &&
      !IDENTITY.has(name) &&
      !without.has(name),
  );
  return said.length === 0 ? '' : JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The identities of a node and of everything in it. */
export function printIdentity({ attrs, content }: NodeJson): string {
  const own = attrs ? `${attributeText(attrs, 'id')} ${attributeText(attrs, 'origin')}` : '';
  return content ? `${own}(${content.map(printIdentity).join()})` : own;
}

function printMark({ type, attrs }: { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }) {
  const said = Object.entries(attrs ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return [type, ...said.sort(([a], [b]) => (a < b ? -1 : 1))].join(' ');
}
