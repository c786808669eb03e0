/** What the written document could not carry as it was. */
export type DocxWarningKind =
  /** Characters that XML does not allow, removed. */
  | 'control-characters'
  /** Links with an address that no reader would accept, written as plain text. */
  | 'unusable-link'
  /** Links to a block that is not in the document, written as plain text. */
  | 'missing-link-target'
  /** Lists nested more deeply than the word processor numbers; they stay at the deepest level. */
  | 'list-too-deep'
  /** Tables without a single cell, left out. */
  | 'empty-table'
  /** Tables with more columns than fit; the last column takes in the rest. */
  | 'table-too-wide'
  /** Nodes that the schema does not know; their text is kept. */
  | 'unknown-node';

export interface DocxWarning {
  readonly what: DocxWarningKind;
  readonly count: number;
}

export interface WarningCounter {
  readonly count: (what: DocxWarningKind, by?: number) => void;
  /** Only what happened, in order of name. */
  readonly list: () => DocxWarning[];
}

export function createWarningCounter(): WarningCounter {
  const counts = new Map<DocxWarningKind, number>();
  return {
    count: (what, by = 1) => {
      if (by > 0) counts.set(what, (counts.get(what) ?? 0) + by);
    },
    list: () => [...counts].map(([what, count]) => ({ what, count })).sort((a, b) => (a.what < b.what ? -1 : 1)),
  };
}
