import type { DesktopCommand } from '../../../shared/contract/desktop.ts';
import { openDialog, windowState } from '../../app/window-state.ts';
import { isMac } from '../../ui/keys.ts';

/** What can be done, by the names of the palette's entries. */
export type Runnable = { readonly id: string; readonly run: () => void };

/** What leaves an open dialog alone. */
const BESIDES_DIALOGS: readonly DesktopCommand[] = [
  'undo',
  'redo',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'light',
  'dark',
  'system',
];

/** Does what a menu of the desktop's window asks for, the way the palette does it. */
export function runMenuCommand(command: DesktopCommand, entries: readonly Runnable[]): void {
  // What is typed into a dialog is not thrown away for another one.
  if (windowState.getState().dialog !== null && !BESIDES_DIALOGS.includes(command)) return;
  switch (command) {
    case 'palette':
      openDialog({ kind: 'palette' });
      return;
    case 'undo':
    case 'redo':
      pressUndo(command);
      return;
    default: {
      const entry = entries.find(({ id }) => id === command);
      if (!entry) throw new Error(`Nothing here does “${command}”.`);
      entry.run();
    }
  }
}

/**
 * Undoes where the keys would: whatever has the focus answers to them as it does to a hand, and a plain field, to
 * which only the browser answers, is undone by the browser.
 */
function pressUndo(command: 'undo' | 'redo'): void {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', {
    key: command === 'undo' ? 'z' : 'Z',
    code: 'KeyZ',
    keyCode: 90,
    shiftKey: command === 'redo',
    ctrlKey: !isMac,
    metaKey: isMac,
    bubbles: true,
    cancelable: true,
  });
  if (target.dispatchEvent(event)) document.execCommand(command);
}
