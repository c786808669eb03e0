import type { StrategyConnection } from '../bridge/strategy-connection.ts';
import type { StrategyStore } from './strategy-store.ts';

/** Lets the store follow what is said about the text. @returns How to stop. */
export function followThreads(connection: StrategyConnection, store: StrategyStore): () => void {
  /** Of each section, and of all of them, the number of the latest question: older answers count for nothing. */
  const asked = new Map<string | null, number>();
  let isOver = false;
  const ask = async (section: string | null): Promise<void> => {
    const number = (asked.get(section) ?? 0) + 1;
    asked.set(section, number);
    const threads = await connection.client.threads(section === null ? {} : { section });
    if (isOver || asked.get(section) !== number) return;
    if (section === null) store.getState().setThreads(Map.groupBy(threads, (thread) => thread.section));
    else store.getState().putThreads(section, threads);
  };
  let isAway = true;
  const stops = [
    connection.onEvent((event) => {
      if (event.type === 'comments') ask(event.section).catch(() => {});
    }),
    connection.onSaveState(({ kind }) => {
      if (kind === 'disconnected') isAway = true;
      if (kind === 'disconnected' || kind === 'connecting' || kind === 'saving') return;
      const { activeSection, threads } = store.getState();
      // What was said while the process was away, nobody has told.
      if (isAway) ask(null).catch(() => {});
      // What was written may have moved what is said about it.
      else if (activeSection !== null && threads?.has(activeSection)) ask(activeSection).catch(() => {});
      isAway = false;
    }),
  ];
  return () => {
    isOver = true;
    for (const stop of stops) stop();
  };
}
