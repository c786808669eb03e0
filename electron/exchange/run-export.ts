import type { ExportWarning } from '../../shared/contract/contract.ts';
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

/** On the calling thread: for commands, where nobody is typing. */
export const runExport: RunExport = async (order, onProgress, signal) => {
  const { writeDocx } = await import('./docx/write-docx.ts');
  return writeDocx(composeExport(order), { onProgress, signal });
};
