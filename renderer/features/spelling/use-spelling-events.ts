import { useEffect } from 'react';
import { useSession } from '../../app/application-session.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** Checks anew when there are other dictionaries or own words, in whichever window they were changed. */
export function useSpellingEvents(): void {
  const { connection } = useWorkbench();
  const { words } = useSession();
  useEffect(
    () =>
      connection.onEvent((event) => {
        if (event.type === 'spelling') words.forget();
      }),
    [connection, words],
  );
}
