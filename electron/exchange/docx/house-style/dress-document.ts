import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { HouseStyle } from './house-style.ts';
import { mergeStyles } from './merge-styles.ts';

const STYLES = 'word/styles.xml';

/** What refers to styles by their ids, in parts that we have written ourselves. */
const REFERENCE = /(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)(")/g;

/** How hard a package is pressed; as the rest of the export. */
const LEVEL = 6;

/**
 * Puts a document that we have written into a house style. The same document and style give the same bytes, apart
 * from the dates of the files in the archive.
 */
export function dressDocument(bytes: Uint8Array, { styles }: HouseStyle): Uint8Array {
  const parts = unzipSync(bytes);
  const { xml, ids } = mergeStyles(strFromU8(parts[STYLES]!), styles);
  const dressed: Zippable = {};
  for (const [path, content] of Object.entries(parts)) {
    dressed[path] = [dress(path, content), { level: LEVEL }];
  }
  dressed[STYLES] = [strToU8(xml), { level: LEVEL }];
  return zipSync(dressed);

  function dress(path: string, content: Uint8Array): Uint8Array {
    if (ids.size === 0 || !/^word\/[^/]+\.xml$/.test(path)) return content;
    const text = strFromU8(content);
    return strToU8(
      text.replace(REFERENCE, (_, before: string, id: string, after: string) => before + (ids.get(id) ?? id) + after),
    );
  }
}
