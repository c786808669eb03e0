import { FailureError } from '../../../shared/contract/failure.ts';
import { otherKindOf } from './other-kind.ts';

/** Largest source, in bytes: a hundred times a long strategy. */
export const LARGEST_SOURCE = 20 * 1024 * 1024;

/** Control characters that no text has; form feeds are page breaks of old. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\ufffe\uffff]/;

/**
 * The text of a file: UTF-8, or UTF-16 that says so or shows it by its zeros. Of other encodings it
 * cannot be known which one it is, and a wrong guess would spoil every accent.
 * @throws FailureError when it is too large, no text, of a kind that its name hides, or in an encoding that is
 *   not known.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.length > LARGEST_SOURCE) {
    throw new FailureError('source-too-large', { file, megabytes: LARGEST_SOURCE / 1024 / 1024 });
  }
  const encoding = encodingOf(bytes);
  const kind = otherKindOf(new TextDecoder(encoding).decode(bytes.subarray(0, 1000)));
  if (kind) throw new FailureError('source-other-kind', { file, kind });
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FailureError(isBinary(bytes) ? 'source-no-text' : 'source-encoding', { file });
  }
  if (NO_TEXT.test(text)) throw new FailureError('source-no-text', { file });
  return text.replace(/\r\n?/g, '\n').replace(/[\u2028\u2029\u0085]/g, '\n');
}

/** UTF-8, unless it says otherwise or shows it. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Latin letters, blanks and line ends of UTF-16 have a zero in every other place.
  const sample = bytes.subarray(0, 1000);
  const zeros = (offset: number): number => sample.filter((byte, at) => at % 2 === offset && byte === 0).length;
  if (bytes.length % 2 === 0 && zeros(1) > sample.length / 10 && zeros(0) === 0) return 'utf-16le';
  if (bytes.length % 2 === 0 && zeros(0) > sample.length / 10 && zeros(1) === 0) return 'utf-16be';
  return 'utf-8';
}

/** Whether it is so little of a text that no encoding would help. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8000).some((byte) => byte < 9 || (byte > 13 && byte < 27));
}
