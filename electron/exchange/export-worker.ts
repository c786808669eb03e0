import { parentPort, workerData } from 'node:worker_threads';
import type { ExportOrder } from './compose-export.ts';
import type { ExportMessage } from './run-export-in-worker.ts';
import { runExport } from './run-export.ts';

const send = (message: ExportMessage): void => parentPort?.postMessage(message);

try {
  const file = await runExport(
    workerData as ExportOrder,
    (progress) => send({ type: 'progress', progress }),
    new AbortController().signal,
  );
  send({ type: 'done', file });
} catch (error) {
  send({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
