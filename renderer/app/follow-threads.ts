import type { PlacedThread } from '../../shared/contract/comments.ts';
import type { StrategyConnection } from '../bridge/strategy-connection.ts';
import type { StrategyStore } from './strategy-store.ts';

/** Lets the store follow what is said about the text. @returns How to stop. */
export function followThreads(connection: StrategyConnection, store: StrategyStore): () => void {
  /** The number of the latest question about each section: older answers count for nothing. */
  const asked = new Map<string, number>();
  let questions = 0;
  let isOver = false;
  let isAway = true;
  const askOne = async (section: string): Promise<void> => {
    const number = ++questions;
    asked.set(section, number);
    const threads = await connection.client.threads({ section });
    if (isOver || asked.get(section) !== number) return;
    const known = store.getState().threads?.get(section) ?? [];
    // As a rule it is what it was.
    if (JSON.stringify(known) !== JSON.stringify(threads)) store.getState().putThreads(section, threads);
  };
  const askAll = async (): Promise<void> => {
    const number = ++questions;
    const threads = await connection.client.threads({});
    if (isOver) return;
    isAway = false;
    const all: Map<string, readonly PlacedThread[]> = Map.groupBy(threads, (thread) => thread.section);
    // Of some it has been told since.
    for (const [section, list] of store.getState().threads ?? [])
      if ((asked.get(section) ?? 0) > number) all.set(section, list);
    store.getState().setThreads(all);
  };
  const askAbout = (changed: ReadonlySet<string>): void => {
    for (const [section, list] of store.getState().threads ?? [])
      if (list.length > 0 && (changed.has(section) || list.some(({ at }) => changed.has(at))))
        askOne(section).catch(() => {});
  };
  const stops = [
    connection.onEvent((event) => {
      if (event.type === 'comments') askOne(event.section).catch(() => {});
      // What was written, by whomever, may have moved what is said about it.
      if (event.type === 'summaries') askAbout(new Set(event.sections.map(({ section }) => section)));
    }),
    connection.onSaveState(({ kind }) => {
      if (kind === 'disconnected') isAway = true;
      if (kind === 'disconnected' || kind === 'connecting' || kind === 'saving') return;
      // What was said while the process was away, nobody has told.
      if (isAway) askAll().catch(() => {});
    }),
  ];
  return () => {
    isOver = true;
    for (const stop of stops) stop();
  };
}
