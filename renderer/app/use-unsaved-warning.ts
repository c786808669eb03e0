import { useEffect } from 'react';
import { windowHoldsUnsaved } from '../bridge/strategy-connection.ts';
import { isAnythingUnsent } from './unsent-words.ts';

/** Asks before the window is closed on what is in it only. */
export function useUnsavedWarning(): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (windowHoldsUnsaved() || isAnythingUnsent()) event.preventDefault();
    };
    addEventListener('beforeunload', onBeforeUnload);
    return () => removeEventListener('beforeunload', onBeforeUnload);
  }, []);
}
