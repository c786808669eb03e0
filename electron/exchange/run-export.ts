import type { ExportFormat, ExportWarning } from '../../shared/contract/exports.ts';
import type { ExportedStrategy } from './docx/exported-strategy.ts';
import { composeExport, type ExportOrder } from './compose-export.ts';

/** What a writer hands back. */
export interface ExportedFile {
  readonly bytes: Uint8Array;
  readonly warnings: readonly ExportWarning[];
}

/** Carries out an export order. Aborting rejects with the signal's reason. */
export type RunExport = (
  order: ExportOrder,
  onProgress: (progress: number) => void,
  signal: AbortSignal,
) => Promise<ExportedFile>;

export interface WriteOptions {
  /** Hears of fractions from 0 to 1, never a smaller one than before. */
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

type Write = (strategy: ExportedStrategy, options: WriteOptions) => Promise<ExportedFile>;

/** Only what is asked for is loaded. */
const WRITERS: Readonly<Record<ExportFormat, () => Promise<Write>>> = {
  docx: async () => (await import('./docx/write-docx.ts')).writeDocx,
  html: async () => (await import('./html/write-html.ts')).writeHtml,
  md: async () => (await import('./markdown/write-markdown.ts')).writeMarkdown,
  json: async () => (await import('./json/write-json.ts')).writeJson,
};

/** On the calling thread: for commands, where nobody is typing. */
export const runExport: RunExport = async (order, onProgress, signal) => {
  const write = await WRITERS[order.format]();
  return write(composeExport(order), { onProgress, signal });
};
