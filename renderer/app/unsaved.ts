import { windowHoldsUnsaved } from '../bridge/strategy-connection.ts';
import { isAnythingUnsent } from './unsent-words.ts';

/** Whether something would be gone with this window: what is not on disk, and what was typed and not sent. */
export function wouldLoseSomething(): boolean {
  return windowHoldsUnsaved() || isAnythingUnsent();
}
