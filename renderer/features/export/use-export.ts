import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StrategyEvent } from '../../../shared/contract/events.ts';
import type { ExportWarning } from '../../../shared/contract/exports.ts';
import type { InputOf, StrategyMethods } from '../../../shared/contract/methods.ts';
import { FailureError } from '../../../shared/contract/failure.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { fetchDownload } from '../../bridge/fetch-download.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { saveFile, type SavedFile } from './save-file.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: number }
  | {
      readonly kind: 'done';
      readonly file: string;
      readonly saved: SavedFile;
      readonly warnings: readonly ExportWarning[];
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly sentence: string };

export interface Export {
  readonly state: ExportState;
  readonly start: (order: ExportOrder) => void;
  readonly cancel: () => void;
  /** Says no more how the last one ended, because it is another one that is wanted now. */
  readonly forget: () => void;
}

type ExportOrder = InputOf<StrategyMethods, 'startExport'>;

type ExportEvent = Extract<StrategyEvent, { type: 'export' }>;

/** One export after another: begun here, worked at by the process, fetched when done. */
export function useExport(): Export {
  const { t } = useTranslation();
  const { connection } = useWorkbench();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const job = useRef<string | null>(null);
  /** Events may overtake the reply that names their job: the last of each job, while a reply is awaited. */
  const early = useRef<Map<string, ExportEvent> | null>(null);
  /** Counts what was begun and what was given up, so that an answer is known to be too late. */
  const attempt = useRef(0);

  const follow = useCallback(
    async (event: ExportEvent): Promise<void> => {
      if (event.state === 'running') return setState({ kind: 'running', progress: event.progress });
      job.current = null;
      if (event.state === 'cancelled') return setState({ kind: 'cancelled' });
      if (event.state === 'failed' || event.download === null) {
        const sentence = event.failure
          ? failureSentence(t, new FailureError(event.failure.type, event.failure.values))
          : t('export.failed');
        return setState({ kind: 'failed', sentence });
      }
      const file = event.fileName ?? '';
      const own = attempt.current;
      try {
        const bytes = await fetchDownload(connection.token, connection.strategy, event.download);
        if (own !== attempt.current) return;
        const saved = await saveFile(bytes, file);
        if (own !== attempt.current) return;
        if (saved.kind === 'declined') return setState({ kind: 'cancelled' });
        if (saved.kind === 'failed') return setState({ kind: 'failed', sentence: t('shell.notWritten', { file }) });
        setState({ kind: 'done', file, saved, warnings: event.warnings });
      } catch (error) {
        if (own !== attempt.current) return;
        setState({ kind: 'failed', sentence: failureSentence(t, error) });
      }
    },
    [connection, t],
  );

  const cancelQuietly = (id: string): void => {
    // It may be over, or nobody may be there: then there is nothing left to cancel.
    connection.client.cancelExport({ job: id }).catch(() => {});
  };

  useEffect(
    () =>
      connection.onSaveState(({ kind }) => {
        // Nobody would say any more how it ended.
        if (kind !== 'disconnected' || job.current === null) return;
        job.current = null;
        setState({ kind: 'failed', sentence: t('export.failed') });
      }),
    [connection, t],
  );

  useEffect(
    () =>
      connection.onEvent((event) => {
        if (event.type !== 'export') return;
        if (event.job === job.current) void follow(event);
        else early.current?.set(event.job, event);
      }),
    [connection, follow],
  );

  return {
    state,
    forget: () => {
      if (state.kind !== 'running') setState({ kind: 'idle' });
    },
    start: (order) => {
      const own = ++attempt.current;
      setState({ kind: 'running', progress: 0 });
      early.current = new Map();
      // What is exported is what the file holds; what was typed a moment ago belongs to it.
      const begin = (): Promise<{ job: string }> => connection.client.startExport(order);
      connection
        .whenSaved()
        .then(begin)
        .then(
          (started) => {
            // Given up before it had begun.
            if (own !== attempt.current) return cancelQuietly(started.job);
            job.current = started.job;
            const overtaking = early.current?.get(started.job);
            early.current = null;
            if (overtaking) void follow(overtaking);
          },
          (error: unknown) => {
            if (own !== attempt.current) return;
            early.current = null;
            setState({ kind: 'failed', sentence: failureSentence(t, error) });
          },
        );
    },
    cancel: () => {
      attempt.current++;
      early.current = null;
      setState({ kind: 'cancelled' });
      if (job.current !== null) cancelQuietly(job.current);
      job.current = null;
    },
  };
}
