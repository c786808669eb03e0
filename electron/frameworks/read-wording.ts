import { extname } from 'node:path';
import { FailureError } from '../../shared/contract/failure.ts';
import { findPrinciple, type Framework } from '../../shared/domain/framework.ts';
import type { Wording } from '../../shared/domain/wording.ts';
import { readCsvRows } from './csv-source.ts';
import { readTable, type ColumnNames } from './csv-table.ts';
import { decodeDataFile } from './decode-data-file.ts';
import { readJsonSource } from './json-source.ts';
import { valueAt, type LocatedValue } from './located-value.ts';
import { parseLocated } from './parse-located.ts';
import { wordingFileSchema } from './wording-file.ts';
import { wordingText } from './wording-text.ts';

const NAMES: ColumnNames<'number' | 'wording'> = {
  number: ['number', 'no', 'no.', 'nr', 'nr.', 'n°', '№', '#', 'principle', 'principle number'],
  wording: ['wording', 'text', 'official wording'],
};

/**
 * Reads the official wording of a framework's principles: JSON, a table of numbers and wordings, or a plain
 * text in which each principle begins with its number.
 * @throws FailureError that names the line that is wrong, and what was expected there (SPEC F7, F8).
 */
export function readWording(file: string, bytes: Uint8Array, framework: Framework): Wording {
  switch (extname(file).toLowerCase()) {
    case '.json':
      return checked(readJsonSource(file, decodeDataFile(file, bytes, 'unicode')), framework);
    case '.csv':
      return checked(wordingTable(file, decodeDataFile(file, bytes, 'windows-1252'), framework), framework);
    case '.txt':
      return checked(wordingText(file, decodeDataFile(file, bytes, 'windows-1252'), framework), framework);
    default:
      throw new FailureError('data-file-kind', { file, kinds: '.json, .csv, .txt' });
  }
}

function checked(source: LocatedValue, framework: Framework): Wording {
  const { file, lineOf } = source;
  const wording = parseLocated(source, wordingFileSchema);
  if (wording.framework !== framework.id) {
    const values = { found: wording.framework, expected: framework.id };
    throw new FailureError('wording-framework', { file, line: lineOf(['framework']), ...values });
  }
  const places = new Map<number, number>();
  for (const [index, { number }] of wording.principles.entries()) {
    const line = lineOf(['principles', index, 'number']);
    const first = places.get(number);
    if (first !== undefined) throw new FailureError('data-file-number-twice', { file, line, number, first });
    if (!findPrinciple(framework, number))
      throw new FailureError('wording-unknown', { file, line, number, framework: framework.title });
    places.set(number, line);
  }
  return { ...wording, source: wording.source === '' ? file : wording.source };
}

function wordingTable(file: string, text: string, { id }: Framework): LocatedValue {
  const { rows, nameOf, headLine } = readTable(file, readCsvRows(file, text), NAMES, ['number', 'wording']);
  const value = {
    framework: id,
    principles: rows.map(({ fields: { number, ...rest } }) => ({
      ...rest,
      ...(number === undefined ? {} : { number: /^\d+$/.test(number) ? Number(number) : number }),
    })),
  };
  return {
    file,
    value,
    lineOf: ([, index]) => (typeof index === 'number' ? rows[index]!.line : headLine),
    has: (path) => valueAt(value, path) !== undefined,
    nameOf: (path) => nameOf(String(path.at(-1))),
  };
}
