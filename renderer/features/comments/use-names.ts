import { useMemo } from 'react';
import { useSession } from '../../app/application-session.ts';
import { useStrategy } from '../workbench/workbench-context.ts';

/** Everybody who is known by name: who has said something, who is here now, and who sits at this window. */
export function useNames(): readonly string[] {
  const { person } = useSession();
  const threads = useStrategy((state) => state.threads);
  const people = useStrategy((state) => state.people);
  return useMemo(() => {
    const spoken = [...(threads?.values() ?? [])].flat().flatMap(({ messages }) => messages.map(({ by }) => by));
    const names = new Set([person?.name ?? '', ...people.map(({ name }) => name), ...spoken]);
    names.delete('');
    return [...names].toSorted((a, b) => a.localeCompare(b));
  }, [person, threads, people]);
}
