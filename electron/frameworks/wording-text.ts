import { FailureError } from '../../shared/contract/failure.ts';
import { findPrinciple, type Framework } from '../../shared/domain/framework.ts';
import { valueAt, type LocatedValue } from './located-value.ts';

/** A line that begins a principle: its number, set off, or the word for it in a language of the United Nations. */
const BEGINNING =
  /^\s*(?:(?:principle|principe|principio|принцип|المبدأ|مبدأ|原则)\s*(\d{1,4})(?!\d)\s*(?:[：、]|[.):–—-]?(?=\s|$))|(\d{1,4})\s*(?:[：、]|[.):](?=\s|$)))\s*(.*)$/iu;

interface Begun {
  readonly number: number;
  readonly line: number;
  readonly text: string[];
}

/**
 * A plain text, divided where principles begin. Every principle of the framework must begin once, in the
 * framework's order, because a number that merely opens a line would otherwise divide the text in the wrong
 * place; what stands before the first is left out.
 * @throws FailureError that names the line at which another principle was expected (SPEC F8).
 */
export function wordingText(file: string, text: string, framework: Framework): LocatedValue {
  const expected = framework.principles.map(({ number }) => number);
  const begun: Begun[] = [];
  const lines = text.split('\n');
  lines.forEach((content, index) => {
    const line = index + 1;
    const [, named, plain, rest = ''] = BEGINNING.exec(latinDigits(content)) ?? [];
    const number = Number(named ?? plain);
    // A year, say, or the number of a resolution.
    if (!findPrinciple(framework, number)) {
      begun.at(-1)?.text.push(content.trim());
    } else if (number === expected[begun.length]) {
      // The digits of the wording itself stay as they are.
      begun.push({ number, line, text: [content.slice(content.length - rest.length)] });
    } else {
      const last = begun.length === expected.length;
      const wanted = last ? expected.at(-1)! : expected[begun.length]!;
      throw new FailureError('wording-order', { file, line, number, expected: wanted });
    }
  });
  if (begun.length < expected.length) {
    const line = lines.findLastIndex((content) => content.trim() !== '') + 1;
    throw new FailureError('wording-end', { file, line: Math.max(line, 1), number: expected[begun.length]! });
  }
  const value = {
    framework: framework.id,
    principles: begun.map(({ number, text: parts }) => ({ number, wording: parts.join('\n').trim() })),
  };
  return {
    file,
    value,
    lineOf: ([, index]) => (typeof index === 'number' ? begun[index]!.line : 1),
    has: (path) => valueAt(value, path) !== undefined,
    nameOf: ([, index]) => (typeof index === 'number' ? String(begun[index]!.number) : ''),
  };
}

/** Digits as Arabic writes them, in the place of each one another. */
function latinDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}
