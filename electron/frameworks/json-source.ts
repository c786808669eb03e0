import { findNodeAtLocation, getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { FailureError } from '../../shared/contract/failure.ts';
import { lineAt } from './line-at.ts';
import type { LocatedValue, ValuePath } from './located-value.ts';

/**
 * Reads JSON so that it is known in which line each part of it stands.
 * @throws FailureError that names the first line that is no JSON.
 */
export function readJsonSource(file: string, text: string): LocatedValue {
  const root = parse(file, text);
  const nearest = (path: ValuePath): Node => {
    for (let length = path.length; length > 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      // Of a field, the line of its name.
      if (node) return node.parent?.type === 'property' ? node.parent : node;
    }
    return root;
  };
  return {
    file,
    value: getNodeValue(root) as unknown,
    lineOf: (path) => lineAt(text, nearest(path).offset),
    has: (path) => findNodeAtLocation(root, [...path]) !== undefined,
    nameOf: (path) => path.findLast((step) => typeof step === 'string') ?? file,
  };
}

function parse(file: string, text: string): Node {
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (error) {
    // Brackets in brackets, thousands deep.
    if (!(error instanceof RangeError)) throw error;
    throw new FailureError('data-file-json', { file, line: 1, column: 1 });
  }
  const [error] = errors;
  if (root && !error) return root;
  // What is missing at the end is missing after the last thing that is there.
  const offset = Math.min(error?.offset ?? 0, text.trimEnd().length);
  const column = offset - text.lastIndexOf('\n', offset - 1);
  throw new FailureError('data-file-json', { file, line: lineAt(text, offset), column });
}
