import { useEffect, useRef, useState } from 'react';
import { hasCommandKey } from '../ui/keys.ts';
import { redo, undo, type ShownStrategy } from './changes.ts';

/**
 * Lets undo in a field mean what has just been done with it, and not what was typed there before: until something
 * is typed there, or done or undone anywhere else in the window.
 * @returns What to spread on what holds the field, and what to call when the step has been made.
 */
export function useUndoOfStep(strategy: ShownStrategy): {
  readonly field: Pick<React.HTMLAttributes<HTMLElement>, 'onInput' | 'onKeyDownCapture'>;
  readonly made: () => void;
} {
  const [step, setStep] = useState<'made' | 'undone' | null>(null);
  const isOurs = useRef(false);
  const stack = strategy.connection.undo;
  const isKnown = step !== null;
  useEffect(() => (isKnown ? stack.subscribe(() => isOurs.current || setStep(null)) : undefined), [isKnown, stack]);
  const replay = (run: typeof undo, next: 'made' | 'undone'): void => {
    isOurs.current = true;
    run(strategy);
    isOurs.current = false;
    setStep(next);
  };
  const onKeyDownCapture = (event: React.KeyboardEvent): void => {
    if (!hasCommandKey(event)) return;
    const key = event.key.toLowerCase();
    if (step === 'made' && key === 'z' && !event.shiftKey) replay(undo, 'undone');
    else if (step === 'undone' && (key === 'y' || (key === 'z' && event.shiftKey))) replay(redo, 'made');
    else return;
    event.preventDefault();
  };
  return { field: { onInput: () => setStep(null), onKeyDownCapture }, made: () => setStep('made') };
}
