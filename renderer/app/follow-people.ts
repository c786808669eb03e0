import type { Colleague, Presences } from '../bridge/presences.ts';
import type { PersonPresent, StrategyStore } from './strategy-store.ts';

/** Lets the store follow who else is where, and others follow which section this window shows. @returns How to stop. */
export function followPeople(presences: Presences, store: StrategyStore): () => void {
  const take = (): void => {
    const people = peopleAmong(presences.others);
    if (JSON.stringify(people) !== JSON.stringify(store.getState().people)) store.getState().setPeople(people);
  };
  const tell = ({ view, activeSection }: ReturnType<StrategyStore['getState']>): void =>
    presences.showSection(view.kind === 'draft' ? activeSection : null);
  const stops = [presences.onChange(take), store.subscribe(tell)];
  tell(store.getState());
  take();
  return () => {
    for (const stop of stops) stop();
  };
}

/** Several windows of one device in one section are one person there. */
function peopleAmong(colleagues: readonly Colleague[]): PersonPresent[] {
  const people = new Map<string, PersonPresent>();
  for (const { device, person, section, block } of colleagues) {
    const key = `${device} ${section ?? ''}`;
    const known = people.get(key);
    people.set(key, { key, device, ...person, section, block: block ?? known?.block ?? null });
  }
  return [...people.values()];
}
