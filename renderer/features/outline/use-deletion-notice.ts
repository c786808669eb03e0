import { useEffect } from 'react';
import { isCaretInText, keepFocusIn, REGIONS } from '../workbench/regions.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { tellDeleted } from './outline-commands.ts';

/** Says so when this window has deleted the section in view, unless by undoing that it was added. */
export function useDeletionNotice(): void {
  const workbench = useWorkbench();
  useEffect(
    () =>
      workbench.store.subscribe(({ outline, activeSection: shown }, { outline: before, activeSection }) => {
        if (outline === before || activeSection === null || shown === activeSection) return;
        const gone = before?.sections.find(({ id }) => id === activeSection);
        if (!gone || outline?.sections.some(({ id }) => id === gone.id)) return;
        if (!workbench.connection.undo.isReplaying) tellDeleted(workbench, gone);
        // Whoever was writing goes on in the text that is there now, when it is; all others in the outline.
        if (isCaretInText() && shown !== null) workbench.store.getState().goTo(shown, null);
        else keepFocusIn(REGIONS.outline);
      }),
    [workbench],
  );
}
