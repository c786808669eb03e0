import i18next from 'i18next';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { appendContent, writeContent } from '../../../shared/document/content.ts';
import { createId } from '../../../shared/document/ids.ts';
import { OUTLINE } from '../../../shared/document/layout.ts';
import { appendSections, setSectionDeleted } from '../../../shared/document/outline.ts';
import { changeSection, changeStrategy, tellUndoable } from '../../app/changes.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { noteVersionKept } from '../../app/window-state.ts';
import { showToast } from '../../ui/toasts.tsx';
import { isCaretInText } from '../workbench/regions.ts';
import type { OpenWorkbench } from '../workbench/workbench-context.ts';

/**
 * Brings a text in as sections of their own, at the end: one step of undo, which leaves them among the
 * deleted.
 * @param file Its name.
 * @returns Whether it was done.
 */
export function importAsSections(
  workbench: OpenWorkbench,
  file: string,
  { sections }: ImportPreview,
): Promise<boolean> {
  const { connection, store } = workbench;
  const added = sections.map(({ title, content }) => ({
    id: createId(),
    title: title || i18next.t('outline.newSection'),
    content,
  }));
  const before = store.getState().activeSection;
  return importing(workbench, file, () => {
    const isDone = changeStrategy(workbench, [OUTLINE], () => {
      // Only their coming into view can be undone, as of any section that was added.
      appendSections(connection.outline.doc, added, true);
      for (const { id, content } of added) writeContent(connection.openSection(id).doc, content);
      connection.editOutline((doc) => {
        for (const { id } of added) setSectionDeleted(doc, id, false);
      });
    });
    if (!isDone) return false;
    store.getState().showSection(added[0]!.id);
    if (before !== null) returnWhenUndone(workbench, new Set(added.map(({ id }) => id)), before);
    return true;
  });
}

/** Whoever undoes that sections came in, with one of them in view, is again where they were before. */
function returnWhenUndone({ connection, store }: OpenWorkbench, added: ReadonlySet<string>, before: string): void {
  store.subscribe(({ outline, goTo, showSection }, { activeSection }) => {
    if (!connection.undo.isReplaying || activeSection === null || !added.has(activeSection)) return;
    const sections = outline?.sections ?? [];
    if (sections.some(({ id }) => id === activeSection) || !sections.some(({ id }) => id === before)) return;
    if (isCaretInText()) goTo(before, null);
    else showSection(before);
  });
}

/** Adds a text to the end of a section: one step of undo. @returns Whether it was done. */
export async function importIntoSection(
  workbench: OpenWorkbench,
  section: string,
  file: string,
  { sections }: ImportPreview,
): Promise<boolean> {
  const content = sections.flatMap((each) => each.content);
  return importing(workbench, file, () => changeSection(workbench, section, (doc) => appendContent(doc, content)));
}

/** Keeps the strategy as it was, under the name of the file, brings in, and says so. */
async function importing(workbench: OpenWorkbench, file: string, bringIn: () => boolean): Promise<boolean> {
  const { connection } = workbench;
  try {
    await connection.whenSaved();
    await connection.client.keepVersion({ cause: 'import', name: '', note: file });
    noteVersionKept();
  } catch (error) {
    showToast({ text: failureSentence(i18next.t, error) });
    return false;
  }
  if (!bringIn()) return false;
  tellUndoable(workbench, i18next.t('import.done'));
  return true;
}
