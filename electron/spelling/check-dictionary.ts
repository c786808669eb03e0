import { FailureError } from '../../shared/contract/failure.ts';
import { codecOf, encodingOf, type Codec } from './encoding.ts';

/** A file as a person has chosen it. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Refuses what Hunspell would take without a word and then get wrong.
 * @returns The first words of the list, as they are written there.
 * @throws FailureError that says what is wrong, and in which line.
 */
export function checkDictionary(affixes: ChosenFile, words: ChosenFile): string[] {
  const { encoding, line } = encodingOf(affixes.bytes);
  const codec = codecOf(encoding);
  if (!codec) throw new FailureError('dictionary-encoding', { file: affixes.name, line, encoding });
  checkRules(affixes.name, linesOf(affixes, codec, encoding));
  const [count, ...entries] = linesOf(words, codec, encoding);
  if (!/^\uFEFF?\s*\d+\b/.test(count!)) throw new FailureError('dictionary-count', { file: words.name });
  return entries
    .slice(0, FIRST_WORDS)
    .map((entry) => entry.split(/[/\t]/)[0]!.trim())
    .filter((word) => word !== '');
}

const FIRST_WORDS = 500;

function linesOf({ name, bytes }: ChosenFile, codec: Codec, encoding: string): string[] {
  try {
    return codec.decode(bytes).split(/\r?\n/);
  } catch {
    throw new FailureError('dictionary-letters', { file: name, line: firstUnreadable(bytes, codec), encoding });
  }
}

/** Number of the first line that is not in the encoding. */
function firstUnreadable(bytes: Uint8Array, codec: Codec): number {
  for (let line = 1, start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline;
    try {
      codec.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return 1;
}

/** A rule of endings or beginnings says how many lines it has, and each of them which rule it is of. */
function checkRules(file: string, lines: readonly string[]): void {
  for (let index = 0; index < lines.length; index++) {
    const [kind, flag, , count] = lines[index]!.trim().split(/\s+/);
    if (kind !== 'PFX' && kind !== 'SFX') continue;
    const length = Number(count);
    if (!Number.isInteger(length)) throw new FailureError('dictionary-rule', { file, line: index + 1 });
    for (let rest = length; rest > 0; rest--) {
      index = nextRuleLine(lines, index);
      const [ownKind, ownFlag, , added] = (lines[index] ?? '').trim().split(/\s+/);
      if (ownKind !== kind || ownFlag !== flag || added === undefined)
        throw new FailureError('dictionary-rule', { file, line: Math.min(index + 1, lines.length) });
    }
  }
}

/** Index of the next line that is neither empty nor a remark. */
function nextRuleLine(lines: readonly string[], after: number): number {
  let index = after + 1;
  while (index < lines.length && /^\s*(#|$)/.test(lines[index]!)) index++;
  return index;
}
