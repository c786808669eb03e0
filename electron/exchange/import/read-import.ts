import { basename, extname } from 'node:path';
import type { ImportDrop } from '../../../shared/contract/imports.ts';
import { FailureError } from '../../../shared/contract/failure.ts';
import { decodeText } from './decode-text.ts';
import { Drops, type SourceBlock } from './imported-text.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';
import { asOneSection, splitSections, withoutEmptyHeadings, type NewSection } from './split-sections.ts';
import { withoutTypedNumbers } from './typed-numbers.ts';

/** Down to which headings a source is divided into sections. */
export const SPLIT_LEVELS = [1, 2, 3] as const;
export type SplitLevel = (typeof SPLIT_LEVELS)[number];

export interface ImportOptions {
  /** Left out, it is the one at which the source itself seems to begin its parts. */
  readonly splitLevel?: SplitLevel | undefined;
  /** Everything is for one section that is there already. */
  readonly isOneSection?: boolean;
}

export interface ReadImport {
  readonly sections: readonly NewSection[];
  readonly splitLevel: SplitLevel;
  readonly dropped: readonly ImportDrop[];
}

const READERS = { '.md': readMarkdown, '.markdown': readMarkdown, '.txt': readPlainText } as const;

/** Endings of the files that can be brought in. */
export const IMPORT_ENDINGS = Object.keys(READERS);

/**
 * Reads a source into sections.
 * @param file Its name or path.
 * @throws FailureError when it is of another kind, or no text.
 */
export function readImport(
  file: string,
  bytes: Uint8Array,
  { splitLevel, isOneSection = false }: ImportOptions,
): ReadImport {
  const name = basename(file);
  const ending = extname(name).toLowerCase();
  const reader = Object.entries(READERS).find(([known]) => known === ending)?.[1];
  if (!reader) throw new FailureError('source-unknown', { what: ending || name, file: name });
  const drops = new Drops();
  const { title, blocks: source } = reader(decodeText(bytes, name), drops);
  const blocks = withoutTypedNumbers(withoutEmptyHeadings(source, drops), drops);
  if (blocks.length === 0) throw new FailureError('source-empty', { file: name });
  const level = splitLevel ?? usualLevel(blocks);
  const sections = isOneSection
    ? [{ title: '', content: asOneSection(blocks, drops) }]
    : splitSections(blocks, level, title ?? basename(name, extname(name)), drops);
  return { sections, splitLevel: level, dropped: drops.list() };
}

/** One heading alone at the top is the title of the whole; its parts are those below. */
function usualLevel(blocks: readonly SourceBlock[]): SplitLevel {
  const depths = blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : []));
  const tops = depths.filter((depth) => depth === 1).length;
  const isTitle = tops === 0 || (tops === 1 && depths[0] === 1);
  return isTitle && depths.includes(2) ? 2 : 1;
}
