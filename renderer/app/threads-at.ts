import type { PlacedThread } from '../../shared/contract/comments.ts';
import type { StrategyState } from './strategy-store.ts';

type Threads = NonNullable<StrategyState['threads']>;

const placed = new WeakMap<Threads, ReadonlyMap<string, readonly PlacedThread[]>>();
const NONE: readonly PlacedThread[] = [];

/** What is said about the text of a section as it is now, wherever it was begun. */
export function threadsAt({ threads }: Pick<StrategyState, 'threads'>, section: string): readonly PlacedThread[] {
  if (threads === null) return NONE;
  let bySection = placed.get(threads);
  if (!bySection) {
    bySection = Map.groupBy([...threads.values()].flat(), ({ at }) => at);
    placed.set(threads, bySection);
  }
  return bySection.get(section) ?? NONE;
}
