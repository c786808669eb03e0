import i18next from 'i18next';
import type { VersionEntry } from '../../../shared/contract/versions.ts';
import { OUTLINE } from '../../../shared/document/layout.ts';
import { restoreOutline, restoreSection } from '../../../shared/document/restore.ts';
import { changeStrategy, tellUndoable } from '../../app/changes.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { noteVersionKept } from '../../app/window-state.ts';
import { showToast } from '../../ui/toasts.tsx';
import type { OpenWorkbench } from '../workbench/workbench-context.ts';

/** Keeps the strategy as it is. @returns Whether it is kept. */
export async function keepVersion(
  { connection }: OpenWorkbench,
  { name, note }: Pick<VersionEntry, 'name' | 'note'>,
): Promise<boolean> {
  return told(async () => {
    await connection.whenSaved();
    await connection.client.keepVersion({ cause: 'person', name, note });
    showToast({ text: i18next.t('history.kept', { name }) });
  });
}

/**
 * Makes the strategy what a version has, as an edit that can be undone. As it was before it is kept as a
 * version, too.
 */
export async function restoreVersion(workbench: OpenWorkbench, version: string): Promise<void> {
  const { connection, store } = workbench;
  await told(async () => {
    await connection.whenSaved();
    const text = await connection.client.text({ version });
    await connection.client.keepVersion({ cause: 'restore', name: '', note: '' });
    noteVersionKept();
    const open = text.sections.map(({ id }) => connection.openSection(id).whenSynced);
    await Promise.all(open);
    const isDone = changeStrategy(workbench, [OUTLINE], () => {
      connection.editOutline((doc) => restoreOutline(doc, text));
      for (const { id, content, tags } of text.sections) {
        connection.editSection(id, (doc) => restoreSection(doc, content, tags));
      }
    });
    if (!isDone) return;
    store.getState().show({ kind: 'draft' });
    tellUndoable(workbench, i18next.t('history.restored'));
  });
}

/** Lets go of a version for good. */
export async function removeVersion({ connection }: OpenWorkbench, { id }: VersionEntry): Promise<void> {
  await told(async () => {
    await connection.client.removeVersion({ version: id });
  });
}

/** Says why something could not be done. @returns Whether it was done. */
async function told(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    showToast({ text: failureSentence(i18next.t, error) });
    return false;
  }
}
