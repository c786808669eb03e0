import { assertDataFileSize } from '../../shared/contract/frameworks.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import { encodingOf } from '../exchange/import/decode-text.ts';
import { lineAt } from './line-at.ts';

/** Control characters that show that a file is no text; others are cleaned where they stand. */
const NO_TEXT = /[\u0000\ufffe\uffff]/;

/** What Windows-1252 has no letters for. */
const UNDEFINED = /[\u0081\u008d\u008f\u0090\u009d]/;

/**
 * The text of a file, with line ends of one kind: UTF-8, UTF-16, or, where that is taken, Windows-1252 as
 * Excel saves it.
 * @throws FailureError that names the first line that cannot be read.
 */
export function decodeDataFile(file: string, bytes: Uint8Array, allows: 'windows-1252' | 'unicode'): string {
  assertDataFileSize(file, bytes.length);
  const encoding = encodingOf(bytes);
  // A mark that is whole, and everything that is not, are told apart by what replaces the latter.
  const text = endLines(new TextDecoder(encoding).decode(bytes));
  if (NO_TEXT.test(text)) throw new FailureError('data-file-no-text', { file });
  if (isValid(encoding, bytes)) return text;
  const latin = allows === 'windows-1252' && encoding === 'utf-8' ? endLines(decodeLatin(bytes)) : null;
  if (latin !== null && !UNDEFINED.test(latin)) return latin;
  const line = latin === null ? lineAt(text, text.indexOf('\ufffd')) : lineAt(latin, latin.search(UNDEFINED));
  throw new FailureError('data-file-encoding', { file, line });
}

function isValid(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decodeLatin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

function endLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
