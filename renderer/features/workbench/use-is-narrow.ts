import { useSyncExternalStore } from 'react';

const query = matchMedia('(max-width: 1099px)');

/** Whether the window is too narrow for the panel to stand beside the text. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => query.matches,
  );
}

export function isNarrow(): boolean {
  return query.matches;
}
