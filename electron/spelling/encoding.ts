import { TextDecoder } from 'node:util';

/** Between text and the bytes of a dictionary. */
export interface Codec {
  /** @returns Null for what the encoding has no bytes for. */
  readonly encode: (text: string) => Uint8Array | null;
  /** @throws TypeError for bytes that the encoding has no meaning for. */
  readonly decode: (bytes: Uint8Array) => string;
}

/** What Hunspell's names are called elsewhere, where that is not what is said by `iso` and a hyphen. */
const LABELS: Readonly<Record<string, string>> = {
  'microsoft-cp1251': 'windows-1251',
  'tis620-2533': 'windows-874',
  tis620: 'windows-874',
};

/** What a dictionary is in that does not say. */
const USUAL = 'ISO8859-1';

/** The encoding that an affix file names, and the number of the line that does. */
export function encodingOf(affixes: Uint8Array): { readonly encoding: string; readonly line: number } {
  const lines = Buffer.from(affixes).toString('latin1').split('\n');
  const index = lines.findIndex((line) => /^(?:\u00ef\u00bb\u00bf)?SET\s+\S/.test(line));
  return { encoding: lines[index]?.trim().split(/\s+/)[1] ?? USUAL, line: index + 1 };
}

/** @returns Null for an encoding that is not known. */
export function codecOf(encoding: string): Codec | null {
  if (/^utf-?8$/i.test(encoding)) return utf8;
  try {
    return singleByte(new TextDecoder(labelOf(encoding), { fatal: true }));
  } catch {
    return null;
  }
}

function labelOf(encoding: string): string {
  const name = encoding.toLowerCase();
  return LABELS[name] ?? name.replace(/^iso-?8859-?/, 'iso-8859-').replace(/^cp(?=125\d$)/, 'windows-');
}

const utf8Decoder = new TextDecoder('utf-8', { fatal: true });
const utf8: Codec = { encode: (text) => Buffer.from(text, 'utf8'), decode: (bytes) => utf8Decoder.decode(bytes) };

function singleByte(decoder: TextDecoder): Codec | null {
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    try {
      bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
    } catch {
      // Of no meaning in this encoding.
    }
  }
  // More than one byte a letter: none of Hunspell's dictionaries are written so.
  if (bytes.size < 128) return null;
  return {
    encode: (text) => {
      const found = Array.from(text, (letter) => bytes.get(letter));
      return found.includes(undefined) ? null : Uint8Array.from(found as number[]);
    },
    decode: (encoded) => decoder.decode(encoded),
  };
}
