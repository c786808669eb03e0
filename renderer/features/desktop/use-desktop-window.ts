import { useEffect } from 'react';
import i18next from 'i18next';
import { desktop, type Desktop } from '../../bridge/desktop.ts';
import { wouldLoseSomething } from '../../app/unsaved.ts';
import { whenWindowSaved } from '../../bridge/strategy-connection.ts';
import { showToast } from '../../ui/toasts.tsx';

/** What the page owes the desktop's window around it, if there is one: to say that it is there, and what is saved. */
export function useDesktopWindow(): void {
  useEffect(() => {
    if (!desktop) return undefined;
    const { client } = desktop;
    const stop = desktop.onEvent((event) => {
      if (event.type === 'flush') answerFlush(client, event.request).catch(reportQuietly);
    });
    client.arrived({}).then(({ after }) => {
      if (after === null) return;
      showToast({ text: i18next.t(after === 'crash' ? 'shell.crashed' : 'shell.wasUnresponsive'), stays: true });
    }, reportQuietly);
    return stop;
  }, []);
}

async function answerFlush(client: Desktop['client'], request: number): Promise<void> {
  await whenWindowSaved();
  await client.flushed({ request, isSaved: !wouldLoseSomething() });
}

/** Without an answer the window asks the person, so that nothing is lost by it. */
export function reportQuietly(error: unknown): void {
  console.error('The window could not be told.', error);
}
