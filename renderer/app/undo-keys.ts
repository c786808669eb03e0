import type { KeyboardEvent } from 'react';
import { redo, undo, type ShownStrategy } from './changes.ts';
import { hasCommandKey } from '../ui/keys.ts';

/** Undo and redo for a field that writes into the strategy as one types: the window's stack, not the field's own. */
export function undoKeys(
  strategy: ShownStrategy,
): (event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'preventDefault'>) => void {
  return (event) => {
    if (!hasCommandKey(event)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) undo(strategy);
    else if (key === 'y' || key === 'z') redo(strategy);
    else return;
    event.preventDefault();
  };
}
