import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 1099px)');
const small = matchMedia('(max-width: 759px)');

/** Whether the window is too narrow for the panel to stand beside the text. */
export function useIsNarrow(): boolean {
  return useMatches(narrow);
}

export function isNarrow(): boolean {
  return narrow.matches;
}

/** Whether it is too narrow for the outline to stand there either, as in a page that is much enlarged. */
export function useIsSmall(): boolean {
  return useMatches(small);
}

function useMatches(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (onChange) => {
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => query.matches,
  );
}
