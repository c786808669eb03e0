import { useSyncExternalStore } from 'react';

const MOVED = 'valletta:moved';

/** Goes to a path of this window without loading it again. */
export function navigate(path: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  dispatchEvent(new Event(MOVED));
}

export function strategyPath(strategy: string): string {
  return `/strategy/${encodeURIComponent(strategy)}`;
}

/** The strategy that the address names, or null on the start page. */
export function useRoute(): string | null {
  return useSyncExternalStore(subscribe, strategyOfAddress);
}

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange);
  addEventListener(MOVED, onChange);
  return () => {
    removeEventListener('popstate', onChange);
    removeEventListener(MOVED, onChange);
  };
}

function strategyOfAddress(): string | null {
  const match = /^\/strategy\/([^/]+)/.exec(location.pathname);
  return match ? decodeURIComponent(match[1]!) : null;
}
