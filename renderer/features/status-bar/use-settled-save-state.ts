import { useEffect, useState } from 'react';
import type { SaveState } from '../../bridge/strategy-connection.ts';
import { useStrategy } from '../workbench/workbench-context.ts';

/** How long, in milliseconds, a state lasts before it is worth showing: a short break in the connection is not. */
const PATIENCE: Readonly<Record<SaveState['kind'], number>> = {
  connecting: 0,
  saved: 0,
  saving: 0,
  disconnected: 1200,
  failed: 0,
  'read-only': 0,
};

/** Whether what was typed is on disk. */
export function useSettledSaveState(): SaveState {
  const state = useStrategy(({ saveState }) => saveState);
  const [kind, setKind] = useState(state.kind);
  useEffect(() => {
    const timer = setTimeout(() => setKind(state.kind), PATIENCE[state.kind]);
    return () => clearTimeout(timer);
  }, [state.kind]);
  // At once means in the same frame: "saved" must not stand for a moment over what has just been typed.
  if (state.kind === kind || PATIENCE[state.kind] === 0) return state;
  return kind === 'saved' || kind === 'connecting' ? { kind } : state;
}
