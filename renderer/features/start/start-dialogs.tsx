import { closeDialog, useWindowState } from '../../app/window-state.ts';
import { BackupsDialog } from '../backups/backups-dialog.tsx';
import { RecoveryDialog } from '../recovery/recovery-dialog.tsx';
import { PersonDialog } from '../first-run/person-dialog.tsx';
import { ShortcutsDialog } from '../shortcuts/shortcuts-dialog.tsx';
import { JoinDialog } from '../joining/join-dialog.tsx';
import { NewStrategyDialog } from './new-strategy-dialog.tsx';
import { OpenFileDialog } from './open-file-dialog.tsx';

/** The dialogs that can be open where no strategy is shown. */
export function StartDialogs(): React.ReactNode {
  const dialog = useWindowState((state) => state.dialog);
  const kind = dialog?.kind;
  if (kind === 'person') return <PersonDialog onClose={closeDialog} />;
  if (kind === 'shortcuts') return <ShortcutsDialog onClose={closeDialog} />;
  if (kind === 'new-strategy') return <NewStrategyDialog onClose={closeDialog} />;
  if (kind === 'open-file') return <OpenFileDialog onClose={closeDialog} />;
  if (kind === 'join') return <JoinDialog onClose={closeDialog} />;
  if (kind === 'backups') return <BackupsDialog onClose={closeDialog} />;
  if (dialog?.kind === 'recovery') return <RecoveryDialog file={dialog.file} onClose={closeDialog} />;
  return null;
}
