import { unzipSync, type UnzipFileInfo } from 'fflate';
import { FailureError } from '../../../../shared/contract/failure.ts';
import type { HouseStyle } from './house-style.ts';
import { resolveTheme } from './resolve-theme.ts';
import { parseXml, serializeXml, W } from './xml.ts';

/** Bytes of the largest template that is read. */
const LARGEST_FILE = 20 * 1024 * 1024;

/** Bytes of the largest part that is read, unpacked. */
const LARGEST_PART = 8 * 1024 * 1024;

/** The same, as it lies in the archive: some dozens of kilobytes, as a rule. */
const LARGEST_PACKED = 1024 * 1024;

const STYLES = 'word/styles.xml';
const THEME = 'word/theme/theme1.xml';

/**
 * Reads how the documents of a template or document of Word look, .dotx or .docx, with or without macros, of
 * which none are taken along.
 * @throws FailureError when it is none, or cannot be used.
 */
export function readHouseStyle(bytes: Uint8Array): HouseStyle {
  assertHouseStyleSize(bytes.length);
  const parts = partsOf(bytes);
  const styles = parts[STYLES];
  if (!styles) throw new FailureError('house-style-unreadable');
  const theme = parts[THEME];
  try {
    const document = parseXml(textOf(styles));
    const root = document.documentElement!;
    if (root.localName !== 'styles') throw new FailureError('house-style-unreadable');
    // The other namespace, of ISO's strict variant, is hardly ever met and is no one's default.
    if (root.namespaceURI !== W) throw new FailureError('house-style-strict');
    resolveTheme(root, theme ? parseXml(textOf(theme)) : null);
    return { styles: serializeXml(document) };
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError('house-style-unreadable');
  }
}

/** Refuses by its size alone what is no template. @param size Bytes. */
export function assertHouseStyleSize(size: number): void {
  if (size > LARGEST_FILE) throw new FailureError('house-style-too-large', { most: LARGEST_FILE / 1024 / 1024 });
}

function partsOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  const filter = ({ name, size, originalSize }: UnzipFileInfo): boolean => {
    if (name !== STYLES && name !== THEME) return false;
    // An archive may say less than what comes out of it; it cannot come out of nothing.
    if (originalSize > LARGEST_PART || size > LARGEST_PACKED) throw new FailureError('house-style-unreadable');
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw new FailureError('house-style-unreadable');
  }
}

function textOf(part: Uint8Array): string {
  // A mark at its beginning says which of the two encodings of the standard it has.
  const isUtf16 = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  return new TextDecoder(isUtf16 ? (part[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true }).decode(
    part,
  );
}
