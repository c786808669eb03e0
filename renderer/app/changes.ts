import i18next from 'i18next';
import type * as Y from 'yjs';
import { FailureError } from '../../shared/contract/failure.ts';
import { SCHEMA_VERSION } from '../../shared/document/schema.ts';
import { showToast } from '../ui/toasts.tsx';
import { failureSentence } from './failure-sentence.ts';
import type { OpenedStrategy } from './open-strategy.ts';
import type { StrategyState } from './strategy-store.ts';

/** A strategy that the window shows, as whoever changes it needs it. */
export type ShownStrategy = Pick<OpenedStrategy, 'connection' | 'store'>;

/** Whether the strategy is of a newer version, whose text this one would damage by not knowing what it holds. */
export function isNewer({ outline }: Pick<StrategyState, 'outline'>): boolean {
  return (outline?.schemaVersion ?? SCHEMA_VERSION) > SCHEMA_VERSION;
}

/** Whether anything in the strategy may be changed at present. */
export function isWritable(state: Pick<StrategyState, 'outline' | 'saveState'>): boolean {
  return !['failed', 'read-only'].includes(state.saveState.kind) && !isNewer(state);
}

/** Says why nothing can be changed, if nothing can. */
function mayChange({ store }: ShownStrategy): boolean {
  const state = store.getState();
  if (isWritable(state)) return true;
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

/**
 * Makes what `change` does, in whatever documents, one step of undo, if anything may be changed.
 * @returns Whether it was done.
 */
export function changeStrategy(strategy: ShownStrategy, change: () => void): boolean {
  if (!mayChange(strategy)) return false;
  strategy.connection.undo.group(change);
  return true;
}

/** Changes the outline as one step. @returns Whether it was done. */
export function changeOutline(strategy: ShownStrategy, change: (doc: Y.Doc) => void): boolean {
  return changeStrategy(strategy, () => strategy.connection.editOutline(change));
}

/** Changes the outline as a part of what is being typed into a field. */
export function typeInOutline(strategy: ShownStrategy, change: (doc: Y.Doc) => void): void {
  if (mayChange(strategy)) strategy.connection.editOutline(change);
}

/** Changes a section that is open as one step. @returns Whether it was done. */
export function changeSection(strategy: ShownStrategy, section: string, change: (doc: Y.Doc) => void): boolean {
  return changeStrategy(strategy, () => strategy.connection.editSection(section, change));
}

/** Takes back this window's last step. */
export function undo(strategy: ShownStrategy): void {
  if (mayChange(strategy)) strategy.connection.undo.undo();
}

/** Brings back the step that was taken back last. */
export function redo(strategy: ShownStrategy): void {
  if (mayChange(strategy)) strategy.connection.undo.redo();
}
