import i18next from 'i18next';
import { OUTLINE, sectionDocument } from '../../../shared/document/layout.ts';
import { renameSection } from '../../../shared/document/outline.ts';
import { replaceText } from '../../../shared/document/replace-text.ts';
import { findMatches, type TextQuery } from '../../../shared/domain/text-search.ts';
import { changeStrategy, isGranted, tellUndoable } from '../../app/changes.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { noteVersionKept } from '../../app/window-state.ts';
import { showToast } from '../../ui/toasts.tsx';
import type { OpenWorkbench } from '../workbench/workbench-context.ts';

/**
 * Puts another text in the place of every match in the strategy, as one step of undo; the strategy as it
 * was is kept as a version before. Where this machine may not write, everything stays.
 * @returns How many places were replaced; 0 when nothing could be.
 */
export async function replaceEverywhere(
  workbench: OpenWorkbench,
  query: TextQuery,
  replacement: string,
): Promise<number> {
  const { connection, store } = workbench;
  let replaced = 0;
  try {
    await connection.whenSaved();
    const state = store.getState();
    const mayRename = isGranted(state, OUTLINE);
    const sections = (state.outline?.sections ?? []).filter(({ id }) => isGranted(state, sectionDocument(id)));
    const documents = [...(mayRename ? [OUTLINE] : []), ...sections.map(({ id }) => sectionDocument(id))];
    const note = i18next.t('search.versionNote', { before: query.text, after: replacement });
    await connection.client.keepVersion({ cause: 'replace', name: '', note });
    noteVersionKept();
    await Promise.all(sections.map(async ({ id }) => connection.openSection(id).whenSynced));
    changeStrategy(workbench, documents, () => {
      connection.editOutline((doc) => {
        for (const { id, title } of mayRename ? sections : []) {
          const matches = findMatches(title, query);
          if (matches.length === 0) continue;
          renameSection(doc, id, replaceIn(title, matches, replacement));
          replaced += matches.length;
        }
      });
      for (const { id } of sections) {
        connection.editSection(id, (doc) => {
          replaced += replaceText(doc, query, replacement);
        });
      }
    });
  } catch (error) {
    showToast({ text: failureSentence(i18next.t, error) });
    return replaced;
  }
  const text = i18next.t('editor.replaced', { count: replaced });
  if (replaced > 0) tellUndoable(workbench, text);
  else showToast({ text });
  return replaced;
}

function replaceIn(text: string, matches: readonly { from: number; to: number }[], replacement: string): string {
  return matches
    .toReversed()
    .reduce((whole, { from, to }) => whole.slice(0, from) + replacement + whole.slice(to), text);
}
