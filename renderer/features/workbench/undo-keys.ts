import type { KeyboardEvent } from 'react';
import type { StrategyConnection } from '../../bridge/strategy-connection.ts';
import { hasCommandKey } from '../../ui/keys.ts';

/** Undo and redo for a field that writes into the strategy as one types: the window's stack, not the field's own. */
export function undoKeys({
  undo,
}: StrategyConnection): (
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'preventDefault'>,
) => void {
  return (event) => {
    if (!hasCommandKey(event)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) undo.undo();
    else if (key === 'y' || key === 'z') undo.redo();
    else return;
    event.preventDefault();
  };
}
