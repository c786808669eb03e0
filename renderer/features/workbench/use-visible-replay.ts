import { useEffect } from 'react';
import { sectionOfDocument } from '../../../shared/document/layout.ts';
import { isCaretInText } from './regions.ts';
import { useWorkbench } from './workbench-context.ts';

/** Shows what an undo or redo has changed: nobody should wonder where it happened. */
export function useVisibleReplay(): void {
  const { connection, store } = useWorkbench();
  useEffect(() => {
    connection.undo.onReplay = (documents) => {
      const { activeSection, outline, view, goTo, showSection } = store.getState();
      // Where the whole strategy is in view, so is the change.
      if (view.kind !== 'draft') return;
      const touched = documents.flatMap((document) => sectionOfDocument(document) ?? []);
      const live = touched.filter((section) => outline?.sections.some(({ id }) => id === section));
      if (live.length === 0 || (activeSection !== null && live.includes(activeSection))) return;
      if (isCaretInText()) goTo(live[0]!, null);
      else showSection(live[0]!);
    };
    return () => {
      connection.undo.onReplay = () => {};
    };
  }, [connection, store]);
}
