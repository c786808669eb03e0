import { useEffect } from 'react';
import { windowHoldsUnsaved } from '../bridge/strategy-connection.ts';

/** Asks before the window is closed on what is in it only. */
export function useUnsavedWarning(): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (windowHoldsUnsaved()) event.preventDefault();
    };
    addEventListener('beforeunload', onBeforeUnload);
    return () => removeEventListener('beforeunload', onBeforeUnload);
  }, []);
}
