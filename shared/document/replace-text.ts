import * as Y from 'yjs';
import { findMatches, type TextQuery } from '../domain/text-search.ts';
import { contentOf } from './layout.ts';
import { visitLeafBlocks } from './identity-repair.ts';

/**
 * Puts another text in the place of each match in a section, in its footnotes too. What stands there
 * instead looks as the first letter of the match did. A match that a footnote or a line break runs
 * through is left alone.
 * @returns How many were replaced.
 */
export function replaceText(doc: Y.Doc, query: TextQuery, replacement: string): number {
  let replaced = 0;
  const replaceIn = (parent: Y.XmlElement): void => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) replaced += replaceInRun(child, query, replacement);
      else if (child instanceof Y.XmlElement) replaceIn(child);
    }
  };
  visitLeafBlocks(contentOf(doc), replaceIn);
  return replaced;
}

function replaceInRun(run: Y.XmlText, query: TextQuery, replacement: string): number {
  const matches = findMatches(plainText(run), query);
  // From behind, so that what is to come stays where it is.
  for (const { from, to } of matches.toReversed()) {
    // Behind its first letter, whose looks it takes over.
    if (replacement !== '') run.insert(from + 1, replacement);
    run.delete(from + 1 + replacement.length, to - from - 1);
    run.delete(from, 1);
  }
  return matches.length;
}

function plainText(run: Y.XmlText): string {
  const parts = run.toDelta() as { readonly insert: unknown }[];
  return parts.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
