import i18next from 'i18next';
import type * as Y from 'yjs';
import { FailureError } from '../../shared/contract/failure.ts';
import { OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { mayComment, mayWrite } from '../../shared/document/rights.ts';
import { SCHEMA_VERSION } from '../../shared/document/schema.ts';
import { showToast } from '../ui/toasts.tsx';
import { failureSentence } from './failure-sentence.ts';
import type { OpenedStrategy } from './open-strategy.ts';
import type { StrategyState } from './strategy-store.ts';

const NOT_GRANTED = new FailureError('not-granted');

/** A strategy that the window shows, as whoever changes it needs it. */
export type ShownStrategy = Pick<OpenedStrategy, 'connection' | 'store'>;

/** Whether the strategy is of a newer version, whose text this one would damage by not knowing what it holds. */
export function isNewer({ outline }: Pick<StrategyState, 'outline'>): boolean {
  return (outline?.schemaVersion ?? SCHEMA_VERSION) > SCHEMA_VERSION;
}

/** What decides whether something may be changed. */
type Rights = Pick<StrategyState, 'outline' | 'saveState' | 'sharing'>;

/** Whether anything in the strategy may be changed at present. */
export function isWritable(state: Pick<Rights, 'outline' | 'saveState'>): boolean {
  return !['failed', 'read-only'].includes(state.saveState.kind) && !isNewer(state);
}

/** Whether whoever answers for the strategy lets this machine write in a document of it. */
export function isGranted({ sharing }: Pick<Rights, 'sharing'>, document: string): boolean {
  return sharing.kind !== 'replica' || mayWrite(sharing.grant, document);
}

/** Whether the outline may be changed at present: sections, titles, decisions. */
export function isOutlineWritable(state: Rights): boolean {
  return isWritable(state) && isGranted(state, OUTLINE);
}

/** Whether a section may be written in at present. */
export function isSectionWritable(state: Rights, section: string): boolean {
  return isWritable(state) && isGranted(state, sectionDocument(section));
}

/** Whether anything may be said about the text at present. */
export function isCommentable(state: Rights): boolean {
  return isWritable(state) && (state.sharing.kind !== 'replica' || mayComment(state.sharing.grant));
}

/** Says why nothing can be changed, or nothing in one of `documents`, if so. */
function mayChange({ store }: ShownStrategy, documents: readonly string[]): boolean {
  const state = store.getState();
  if (isWritable(state)) {
    const refused = documents.find((document) => !isGranted(state, document));
    if (refused === undefined) return true;
    showToast({
      text: refused === OUTLINE ? i18next.t('sharing.outlineReadOnly') : failureSentence(i18next.t, NOT_GRANTED),
    });
    return false;
  }
  if (state.saveState.kind === 'read-only') {
    showToast({ text: i18next.t('place.readOnly') });
    return false;
  }
  const failure =
    state.saveState.kind !== 'failed' || isNewer(state)
      ? new FailureError('strategy-newer')
      : new FailureError('storage-failed', { reason: state.saveState.reason });
  showToast({ text: failureSentence(i18next.t, failure) });
  return false;
}

/** Says why nothing can be said about the text, if so. */
export function mayCommentNow(strategy: ShownStrategy): boolean {
  if (!mayChange(strategy, [])) return false;
  const isAllowed = isCommentable(strategy.store.getState());
  if (!isAllowed) showToast({ text: i18next.t('comments.readersDoNot') });
  return isAllowed;
}

/**
 * Makes what `change` does one step of undo, if all of `documents` may be changed.
 * @param documents Those that it changes.
 * @returns Whether it was done.
 */
export function changeStrategy(strategy: ShownStrategy, documents: readonly string[], change: () => void): boolean {
  if (!mayChange(strategy, documents)) return false;
  strategy.connection.undo.group(change);
  return true;
}

/** Changes the outline as one step. @returns Whether it was done. */
export function changeOutline(strategy: ShownStrategy, change: (doc: Y.Doc) => void): boolean {
  return changeStrategy(strategy, [OUTLINE], () => strategy.connection.editOutline(change));
}

/** Changes the outline as a part of what is being typed into a field. */
export function typeInOutline(strategy: ShownStrategy, change: (doc: Y.Doc) => void): void {
  if (mayChange(strategy, [OUTLINE])) strategy.connection.editOutline(change);
}

/** Changes a section that is open as one step. @returns Whether it was done. */
export function changeSection(strategy: ShownStrategy, section: string, change: (doc: Y.Doc) => void): boolean {
  return changeStrategy(strategy, [sectionDocument(section)], () => strategy.connection.editSection(section, change));
}

/** Tells of the step that has just been made, and offers to take it back, for as long as it is the last one. */
export function tellUndoable(strategy: ShownStrategy, text: string): void {
  const hide = showToast({
    text,
    action: { label: i18next.t('action.undo'), run: () => undo(strategy) },
    onClose: () => stop(),
  });
  const stop = strategy.connection.undo.subscribe(() => hide());
}

/** Whether what is shown is not the strategy as it stands, so that nobody would see what is taken back. */
export function isPastShown({ view }: Pick<StrategyState, 'view'>): boolean {
  return view.kind === 'version' || view.kind === 'comparison';
}

/** Takes back this window's last step. */
export function undo(strategy: ShownStrategy): void {
  if (mayReplay(strategy)) strategy.connection.undo.undo();
}

/** Brings back the step that was taken back last. */
export function redo(strategy: ShownStrategy): void {
  if (mayReplay(strategy)) strategy.connection.undo.redo();
}

function mayReplay(strategy: ShownStrategy): boolean {
  return !isPastShown(strategy.store.getState()) && mayChange(strategy, []);
}
