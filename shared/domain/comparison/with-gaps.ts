import type { PendingItem } from './compare-items.ts';
import type { ComparedSection } from './comparison.ts';

/** How many unchanged items are shown beside one that has changed. */
const CONTEXT = 1;

/** Leaves out items that are the same and not beside one that is not. */
export function withGaps(items: readonly PendingItem[]): ComparedSection['blocks'] {
  const isShown = items.map((_, index) =>
    items.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ change }) => change !== 'same'),
  );
  const shown: ComparedSection['blocks'] = [];
  let left = 0;
  const endGap = (): void => {
    if (left > 0) shown.push({ change: 'gap', count: left });
    left = 0;
  };
  items.forEach((item, index) => {
    if (!isShown[index]) {
      left++;
      return;
    }
    endGap();
    shown.push(item.show());
  });
  endGap();
  return shown;
}
