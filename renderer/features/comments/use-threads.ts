import { useEffect, useState } from 'react';
import type { PlacedThread } from '../../../shared/contract/comments.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

interface Threads {
  readonly section: string;
  readonly list: readonly PlacedThread[];
}

/** The threads of a section as the process knows them; null until they have arrived. */
export function useThreads(section: string | null): readonly PlacedThread[] | null {
  const { connection } = useWorkbench();
  const [threads, setThreads] = useState<Threads | null>(null);
  useEffect(() => {
    if (section === null) return;
    let newest = 0;
    const ask = (): void => {
      const asked = ++newest;
      connection.client.threads({ section }).then(
        (list) => {
          if (asked === newest) setThreads({ section, list });
        },
        () => {},
      );
    };
    ask();
    const stops = [
      connection.onEvent((event) => {
        if (event.type === 'comments' && event.section === section) ask();
      }),
      // What was said while the process was away, nobody has told.
      connection.onSaveState(({ kind }) => {
        if (kind === 'saved') ask();
      }),
    ];
    return () => {
      newest = Infinity;
      for (const stop of stops) stop();
    };
  }, [connection, section]);
  return threads?.section === section ? threads.list : null;
}
