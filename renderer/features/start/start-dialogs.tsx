import { closeDialog, useWindowState } from '../../app/window-state.ts';
import { PersonDialog } from '../first-run/person-dialog.tsx';
import { ShortcutsDialog } from '../shortcuts/shortcuts-dialog.tsx';

/** The dialogs that the settings open, where no strategy is shown. */
export function StartDialogs(): React.ReactNode {
  const kind = useWindowState(({ dialog }) => dialog?.kind);
  if (kind === 'person') return <PersonDialog onClose={closeDialog} />;
  if (kind === 'shortcuts') return <ShortcutsDialog onClose={closeDialog} />;
  return null;
}
