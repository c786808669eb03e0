import i18next from 'i18next';
import { OUTLINE } from '../../../shared/document/layout.ts';
import {
  addSection,
  moveSection,
  setSectionDeleted,
  setSectionOwner,
  type OutlineSection,
} from '../../../shared/document/outline.ts';
import { seedEmptySection } from '../../../shared/document/seed.ts';
import type { SectionStatus } from '../../../shared/domain/section-status.ts';
import { changeOutline, changeStrategy } from '../../app/changes.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { windowState } from '../../app/window-state.ts';
import { announce } from '../../ui/announcer.tsx';
import { showToast } from '../../ui/toasts.tsx';
import type { OpenWorkbench } from '../workbench/workbench-context.ts';

/** Adds a section behind another one, or at the end, goes there and lets one name it. */
export function addSectionAfter(workbench: OpenWorkbench, after: string | null): void {
  const { connection } = workbench;
  let section = '';
  const isAdded = changeStrategy(workbench, [OUTLINE], () => {
    // Only its coming into view can be undone. A section that was there stays, with what others may
    // have written in it meanwhile, and can be brought back like any other that was deleted.
    section = addSection(connection.outline.doc, i18next.t('outline.newSection'), after, true);
    seedEmptySection(connection.openSection(section).doc);
    connection.editOutline((doc) => setSectionDeleted(doc, section, false));
  });
  if (!isAdded) return;
  workbench.store.getState().showSection(section);
  windowState.setState({ renaming: section });
}

/** Puts a section behind another one, or first when `after` is null, and says where it stands now. */
export function placeSection(workbench: OpenWorkbench, section: string, after: string | null): void {
  if (!changeOutline(workbench, (doc) => moveSection(doc, section, after))) return;
  const sections = sectionsOf(workbench);
  const number = sections.findIndex(({ id }) => id === section) + 1;
  announce(i18next.t('outline.moved', { title: titleOf(sections[number - 1]), number }));
}

/** Puts a section before or after another one. */
export function placeSectionBeside(
  workbench: OpenWorkbench,
  section: string,
  other: string,
  side: 'before' | 'after',
): void {
  const others = sectionsOf(workbench).filter(({ id }) => id !== section);
  const index = others.findIndex(({ id }) => id === other);
  if (index === -1) return;
  placeSection(workbench, section, others[side === 'after' ? index : index - 1]?.id ?? null);
}

/** Moves a section by one place. */
export function shiftSection(workbench: OpenWorkbench, section: string, step: 1 | -1): void {
  const sections = sectionsOf(workbench);
  const index = sections.findIndex(({ id }) => id === section);
  if (index === -1 || sections[index + step] === undefined) return;
  placeSection(workbench, section, sections[step === 1 ? index + 1 : index - 2]?.id ?? null);
}

/** Deletes a section; its text is kept, and the notice can take it back. */
export function deleteSection(workbench: OpenWorkbench, section: string): void {
  const { outline, activeSection } = workbench.store.getState();
  const deleted = outline?.sections.find(({ id }) => id === section);
  if (!changeOutline(workbench, (doc) => setSectionDeleted(doc, section, true))) return;
  // Of the section in view the window tells whoever deleted it.
  if (deleted && section !== activeSection) tellDeleted(workbench, deleted);
}

/** Says that a section was deleted, for as long as it is, with a way to have it back. */
export function tellDeleted(workbench: OpenWorkbench, { id, title }: OutlineSection): void {
  const hide = showToast({
    text: i18next.t('outline.deletedOne', { title: titleOf({ title }) }),
    action: { label: i18next.t('action.undo'), run: () => restoreSection(workbench, id) },
    onClose: () => stop(),
  });
  const stop = workbench.store.subscribe(({ outline }) => {
    if (outline?.sections.some((section) => section.id === id)) hide();
  });
}

/** Brings a deleted section back to its place and shows it. */
export function restoreSection(workbench: OpenWorkbench, section: string): void {
  if (!changeOutline(workbench, (doc) => setSectionDeleted(doc, section, false))) return;
  workbench.store.getState().showSection(section);
  announce(i18next.t('outline.restored', { title: titleOf(sectionsOf(workbench).find(({ id }) => id === section)) }));
}

/** @returns Whether it was done. */
export function giveSectionTo(workbench: OpenWorkbench, section: string, owner: string): boolean {
  return changeOutline(workbench, (doc) => setSectionOwner(doc, section, owner));
}

/** Asks the process, which checks who may say so. */
export async function changeStatus(
  { connection }: OpenWorkbench,
  section: string,
  status: SectionStatus,
): Promise<void> {
  try {
    await connection.client.setStatus({ section, status });
  } catch (error) {
    showToast({ text: failureSentence(i18next.t, error) });
  }
}

export function titleOf(section: Pick<OutlineSection, 'title'> | undefined): string {
  return section?.title.trim() || i18next.t('outline.untitled');
}

function sectionsOf({ store }: OpenWorkbench): readonly OutlineSection[] {
  return store.getState().outline?.sections ?? [];
}
