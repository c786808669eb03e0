import { diffArrays } from 'diff';
import type { TextPart } from './comparison.ts';
import { plainTokens, type InlineToken } from './inline-tokens.ts';

/** Of more than this many tokens that differ, word by word would take too long; the whole is told then. */
const MOST_EDITS = 1000;

export interface ComparedTokens {
  readonly parts: TextPart[];
  /** What of the looks of the same words is different. */
  readonly aspects: string[];
}

/** A stretch of tokens that are the same, or that were taken out and put in in one place. */
interface Stretch {
  readonly same: readonly InlineToken[];
  readonly removed: InlineToken[];
  readonly added: InlineToken[];
}

/** Word by word. */
export function compareText(before: string, after: string): TextPart[] {
  return compareTokens(plainTokens(before), plainTokens(after)).parts;
}

export function compareTokens(before: readonly InlineToken[], after: readonly InlineToken[]): ComparedTokens {
  const isSame = before.length === after.length && before.every(({ key }, index) => key === after[index]!.key);
  const aspects = new Set<string>();
  const stretches = isSame ? [stretch(after)] : findStretches(before, after);
  let at = 0;
  for (const { same, removed } of stretches) {
    for (const token of same) for (const aspect of differing(before[at++]!, token)) aspects.add(aspect);
    at += removed.length;
  }
  return { parts: joinWords(stretches).flatMap(toParts), aspects: [...aspects].sort() };
}

/** All of it is new, or all of it is gone, or nothing is different. */
export function wholeParts(change: TextPart['change'], tokens: readonly InlineToken[]): TextPart[] {
  const parts: { change: TextPart['change']; place: TextPart['place']; text: string }[] = [];
  for (const { place, text } of tokens) {
    const last = parts.at(-1);
    if (last?.place === place && place !== 'reference') last.text += text;
    else if (text !== '') parts.push({ change, place, text });
  }
  return parts;
}

function stretch(same: readonly InlineToken[]): Stretch {
  return { same, removed: [], added: [] };
}

function findStretches(before: readonly InlineToken[], after: readonly InlineToken[]): Stretch[] {
  const changes = diffArrays([...before], [...after], {
    comparator: (a, b) => a.key === b.key,
    maxEditLength: MOST_EDITS,
  });
  if (!changes) return [{ same: [], removed: [...before], added: [...after] }];
  const stretches: Stretch[] = [];
  let next = 0;
  for (const { value, added, removed } of changes) {
    const last = stretches.at(-1);
    if (!added && !removed) stretches.push(stretch(after.slice(next, next + value.length)));
    else if (last && last.same.length === 0) (added ? last.added : last.removed).push(...value);
    else stretches.push({ same: [], removed: removed ? value : [], added: added ? value : [] });
    if (!removed) next += value.length;
  }
  return stretches;
}

function differing(before: InlineToken, after: InlineToken): string[] {
  const aspects = new Set([...Object.keys(before.style), ...Object.keys(after.style)]);
  return [...aspects].filter((aspect) => before.style[aspect] !== after.style[aspect]);
}

/** Makes one of replaced words that stand side by side: a space between them is no text that has stayed. */
function joinWords(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const each of stretches) {
    const [last, space] = [joined.at(-2), joined.at(-1)];
    if (last && space && isReplaced(last) && isReplaced(each) && isSpace(space)) {
      joined.pop();
      last.removed.push(...space.same, ...each.removed);
      last.added.push(...space.same, ...each.added);
    } else joined.push({ ...each, removed: [...each.removed], added: [...each.added] });
  }
  return joined;
}

function isReplaced({ removed, added }: Stretch): boolean {
  return removed.length > 0 && added.length > 0;
}

function isSpace({ same }: Stretch): boolean {
  return same.length === 1 && same[0]!.place === 'text' && same[0]!.text === ' ';
}

function toParts({ same, removed, added }: Stretch): TextPart[] {
  return [...wholeParts('same', same), ...wholeParts('removed', removed), ...wholeParts('added', added)];
}
