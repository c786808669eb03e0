import { useEffect } from 'react';
import { wouldLoseSomething } from './unsaved.ts';

/** Asks before the window is closed on what is in it only. */
export function useUnsavedWarning(): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (wouldLoseSomething()) event.preventDefault();
    };
    addEventListener('beforeunload', onBeforeUnload);
    return () => removeEventListener('beforeunload', onBeforeUnload);
  }, []);
}
