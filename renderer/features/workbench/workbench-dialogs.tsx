import { useEffect, useRef } from 'react';
import { keepFocusIn, regionOf, REGIONS } from './regions.ts';
import { closeDialog, useWindowState } from '../../app/window-state.ts';
import { BackupsDialog } from '../backups/backups-dialog.tsx';
import { ClassificationDialog } from '../classification/classification-dialog.tsx';
import { CopyDialog } from '../copies/copy-dialog.tsx';
import { RecoveryDialog } from '../recovery/recovery-dialog.tsx';
import { SetAsideDialog } from '../coverage/set-aside-dialog.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import { FrameworksDialog } from '../frameworks/frameworks-dialog.tsx';
import { PersonDialog } from '../first-run/person-dialog.tsx';
import { ImportDialog } from '../import/import-dialog.tsx';
import { OwnerDialog } from '../outline/owner-dialog.tsx';
import { CommandPalette } from '../palette/command-palette.tsx';
import { JoinDialog } from '../joining/join-dialog.tsx';
import { ArrivedDialog } from '../sharing/arrived-dialog.tsx';
import { SharingDialog } from '../sharing/sharing-dialog.tsx';
import { NewStrategyDialog } from '../start/new-strategy-dialog.tsx';
import { OpenFileDialog } from '../start/open-file-dialog.tsx';
import { SpellingDialog } from '../spelling/spelling-dialog.tsx';
import { ShortcutsDialog } from '../shortcuts/shortcuts-dialog.tsx';

/** The dialog that is open over the strategy, if any. */
export function WorkbenchDialogs(): React.ReactNode {
  const dialog = useWindowState((state) => state.dialog);
  useFocusReturn(dialog !== null);
  switch (dialog?.kind) {
    case 'palette':
      return <CommandPalette onClose={closeDialog} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={closeDialog} />;
    case 'person':
      return <PersonDialog onClose={closeDialog} />;
    case 'export':
      return <ExportDialog onClose={closeDialog} />;
    case 'import':
      return <ImportDialog onClose={closeDialog} />;
    case 'new-strategy':
      return <NewStrategyDialog onClose={closeDialog} />;
    case 'open-file':
      return <OpenFileDialog onClose={closeDialog} />;
    case 'backups':
      return <BackupsDialog onClose={closeDialog} />;
    case 'classification':
      return <ClassificationDialog onClose={closeDialog} />;
    case 'spelling':
      return <SpellingDialog onClose={closeDialog} />;
    case 'frameworks':
      return <FrameworksDialog onClose={closeDialog} />;
    case 'sharing':
      return <SharingDialog onClose={closeDialog} />;
    case 'arrived':
      return <ArrivedDialog arrived={dialog.arrived} onClose={closeDialog} />;
    case 'join':
      return <JoinDialog onClose={closeDialog} />;
    case 'copy':
      return <CopyDialog kind={dialog.copy} onClose={closeDialog} />;
    case 'recovery':
      return <RecoveryDialog file={dialog.file} onClose={closeDialog} />;
    case 'owner':
      return <OwnerDialog section={dialog.section} onClose={closeDialog} />;
    case 'set-aside':
      return <SetAsideDialog framework={dialog.framework} number={dialog.principle} onClose={closeDialog} />;
    case undefined:
      return null;
  }
}

/**
 * Gives the focus back to where it was in the window. A dialog does so itself, except when it was
 * opened from a menu or another dialog that is gone by then.
 */
function useFocusReturn(isOpen: boolean): void {
  const last = useRef<HTMLElement | null>(null);
  const region = useRef<string>(REGIONS.text);
  useEffect(() => {
    const remember = (target: HTMLElement): void => {
      last.current = target;
      region.current = regionOf(target)?.id ?? region.current;
    };
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && !target.closest('[role="dialog"], [role="menu"], [role="alertdialog"]'))
        remember(target);
    };
    addEventListener('focusin', onFocus);
    return () => removeEventListener('focusin', onFocus);
  }, []);
  useEffect(() => {
    if (isOpen) return;
    const timer = setTimeout(() => {
      if (document.activeElement !== document.body) return;
      if (last.current?.isConnected === true) last.current.focus();
      else keepFocusIn(region.current);
    }, 50);
    return () => clearTimeout(timer);
  }, [isOpen]);
}
