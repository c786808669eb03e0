import { useEffect, useRef, useState } from 'react';
import type { StrategyText } from '../../../shared/contract/texts.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';

/** How long the strategy may be quiet before it is read again, in milliseconds. */
const QUIET = 800;

/**
 * The whole text: of a version, or as it is, which follows what is written.
 * @returns Null until it has arrived, or why it does not.
 */
export function useStrategyText(version: string | null): {
  readonly text: StrategyText | null;
  readonly error: unknown;
} {
  const { connection } = useWorkbench();
  const summaries = useStrategy((state) => (version === null ? state.summaries : null));
  const outline = useStrategy((state) => (version === null ? state.outline : null));
  const [text, setText] = useState<StrategyText | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isThere = useRef(false);
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      try {
        await connection.whenSaved();
        const arrived = await connection.client.text({ version });
        isThere.current = true;
        if (isCurrent) setText(arrived);
      } catch (failure) {
        if (isCurrent) setError(failure);
      }
    };
    const timer = setTimeout(() => void read(), isThere.current ? QUIET : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [connection, version, summaries, outline]);
  return { text, error };
}
