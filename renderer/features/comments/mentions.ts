import type { PlacedThread } from '../../../shared/contract/comments.ts';

/** A part of what was said: words, or somebody who is named. */
export interface SpokenPart {
  /** Where it begins. */
  readonly at: number;
  readonly text: string;
  readonly isName: boolean;
}

/**
 * Divides what was said into words and mentions: `@` with a name that is known behind it.
 * @param names The longest that fits counts.
 */
export function partsOf(text: string, names: readonly string[]): SpokenPart[] {
  const parts: SpokenPart[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = standsAlone(text, at) ? nameAt(text, at + 1, names) : null;
    if (name === null) continue;
    if (at > from) parts.push({ at: from, text: text.slice(from, at), isName: false });
    from = at + 1 + name.length;
    parts.push({ at, text: text.slice(at, from), isName: true });
  }
  if (from < text.length) parts.push({ at: from, text: text.slice(from), isName: false });
  return parts;
}

/** Whether somebody has said something in a thread, or is named there. */
export function concerns({ messages }: PlacedThread, name: string, names: readonly string[]): boolean {
  const mention = `@${name}`;
  return messages.some(
    ({ by, text }) => by === name || partsOf(text, names).some((part) => part.isName && part.text === mention),
  );
}

/** What is written of a name so far. */
export interface BegunName {
  /** Where it begins, behind its `@`. */
  readonly at: number;
  readonly text: string;
}

/** What is being written after an `@` just before the caret; null when no name is. */
export function nameBegun(text: string, caret: number): BegunName | null {
  const at = text.lastIndexOf('@', caret - 1);
  if (at === -1 || !standsAlone(text, at)) return null;
  const begun = text.slice(at + 1, caret);
  return begun.includes('\n') ? null : { at: at + 1, text: begun };
}

/** Whether an `@` is not within a word, as in an address. */
function standsAlone(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}._-]/u.test(text[at - 1]!);
}

function nameAt(text: string, from: number, names: readonly string[]): string | null {
  const fitting = names.filter(
    (name) => text.startsWith(name, from) && !/^\p{L}/u.test(text.slice(from + name.length)),
  );
  return fitting.reduce<string | null>((best, name) => (name.length > (best?.length ?? 0) ? name : best), null);
}
