import { Worker } from 'node:worker_threads';
import { moduleUrl } from '../resources.ts';
import type { ExportedFile, RunExport } from './run-export.ts';

/** What the worker says. */
export type ExportMessage =
  | { readonly type: 'progress'; readonly progress: number }
  | { readonly type: 'done'; readonly file: ExportedFile }
  | { readonly type: 'failed'; readonly message: string };

/** On a thread of its own, so that nobody who is typing waits for it. Aborting ends the thread. */
export const runExportInWorker: RunExport = (order, onProgress, signal) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(moduleUrl('exchange/export-worker'), { workerData: order });
    const end = (): void => {
      signal.removeEventListener('abort', abort);
      void worker.terminate();
    };
    const abort = (): void => {
      end();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
    worker.on('message', (message: ExportMessage) => {
      switch (message.type) {
        case 'progress':
          onProgress(message.progress);
          break;
        case 'done':
          end();
          resolve(message.file);
          break;
        case 'failed':
          end();
          reject(new Error(message.message));
          break;
      }
    });
    worker.on('error', (error) => {
      end();
      reject(error);
    });
  });
