import { createWarningCounter } from '../docx/export-warnings.ts';
import type { ExportedStrategy } from '../docx/exported-strategy.ts';
import type { ExportedFile, WriteOptions } from '../run-export.ts';

/** What the file calls itself, for whoever reads it. */
const FORMAT = 'valletta-strategy';
const VERSION = 1;

/**
 * Writes a strategy as data: sections with their text in ProseMirror's shape and their blocks with tags,
 * the coverage as the command line gives it, and the strategy's own frameworks. The same strategy gives the same bytes.
 */
export async function writeJson(
  strategy: ExportedStrategy,
  { onProgress = () => {}, signal }: WriteOptions = {},
): Promise<ExportedFile> {
  signal?.throwIfAborted();
  const { title, template, locale, classification, ownFrameworks, organisation, date, sections, coverage, assets } =
    strategy;
  const warnings = createWarningCounter();
  for (const { isIncomplete } of sections) if (isIncomplete) warnings.count('incomplete-section');
  const data = {
    format: FORMAT,
    version: VERSION,
    title,
    template,
    locale,
    classification,
    organisation,
    date,
    sections: sections.map(({ id, number, title: sectionTitle, owner, content, blocks, isIncomplete }) => ({
      id,
      number,
      title: sectionTitle,
      owner,
      incomplete: isIncomplete ?? false,
      content,
      blocks,
    })),
    coverage: coverage.map(({ report }) => report),
    frameworks: ownFrameworks,
    pictures: Object.fromEntries(
      [...assets].map(([hash, { mediaType, width, height, bytes }]) => [
        hash,
        { mediaType, width, height, data: Buffer.from(bytes).toString('base64') },
      ]),
    ),
  };
  onProgress(1);
  return { bytes: new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`), warnings: warnings.list() };
}
