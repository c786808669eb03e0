import i18next from 'i18next';
import { useEffect } from 'react';
import { redo, undo, type ShownStrategy } from '../../app/changes.ts';
import { askText, openDialog, windowState } from '../../app/window-state.ts';
import { showToast } from '../../ui/toasts.tsx';
import { hasCommandKey } from '../../ui/keys.ts';
import { focusNextRegion, rememberFocus } from './regions.ts';
import { openSearch } from '../search/open-search.ts';
import { MATRIX_KEY, toggleMatrix } from './show-view.ts';
import { useWorkbench } from './workbench-context.ts';

/** Keys that work wherever the focus is. Fields and the editor answer for undo themselves. */
export function useGlobalKeys(): void {
  const workbench = useWorkbench();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || windowState.getState().dialog !== null) return;
      const key = event.key.toLowerCase();
      let isOurs = true;
      if (event.key === 'F6') focusNextRegion(event.shiftKey ? -1 : 1);
      else if (event.key === MATRIX_KEY) toggleMatrix(workbench.store);
      // Where nothing can be written the text has not the focus, and is commented on all the same.
      else if (hasCommandKey(event) && event.altKey && key === 'm' && isDraftShown(workbench)) askText('comment');
      else if (!hasCommandKey(event) || event.altKey) return;
      else if (key === 'k' && !event.shiftKey) openDialog({ kind: 'palette' });
      else if (key === 'f' && event.shiftKey) openSearch(workbench);
      else if (key === 's' && !event.shiftKey) saySaved(workbench);
      else if (key === '/') openDialog({ kind: 'shortcuts' });
      else if (key === 'z' && !isField(event.target)) event.shiftKey ? redo(workbench) : undo(workbench);
      else if (key === 'y' && !event.shiftKey && !isField(event.target)) redo(workbench);
      else isOurs = false;
      if (isOurs) event.preventDefault();
    };
    const onFocus = (event: FocusEvent): void => rememberFocus(event.target);
    addEventListener('keydown', onKeyDown);
    addEventListener('focusin', onFocus);
    return () => {
      removeEventListener('keydown', onKeyDown);
      removeEventListener('focusin', onFocus);
    };
  }, [workbench]);
}

function isDraftShown({ store }: ShownStrategy): boolean {
  return store.getState().view.kind === 'draft';
}

/** Whoever presses what saves elsewhere is told that it is done already, and is shown no page of the browser. */
function saySaved({ store }: ShownStrategy): void {
  if (store.getState().saveState.kind === 'saved') showToast({ text: i18next.t('save.allSaved') });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));
}
