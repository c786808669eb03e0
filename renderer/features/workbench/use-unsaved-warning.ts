import { useEffect } from 'react';
import { useWorkbench } from './workbench-context.ts';

/** Asks before the window is closed on what is in it only. */
export function useUnsavedWarning(): void {
  const { store } = useWorkbench();
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      const { saveState } = store.getState();
      if ('changes' in saveState && saveState.changes > 0) event.preventDefault();
    };
    addEventListener('beforeunload', onBeforeUnload);
    return () => removeEventListener('beforeunload', onBeforeUnload);
  }, [store]);
}
