import { Redo2, Undo2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isPastShown, isWritable, redo, undo } from '../../app/changes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { commandKeys } from '../../ui/keys.ts';
import { useStrategy, useWorkbench } from './workbench-context.ts';

/** Takes back one's own last step, in whatever section it was, and brings it again. */
export function UndoButtons(): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const stack = workbench.connection.undo;
  const subscribe = (listener: () => void): (() => void) => stack.subscribe(listener);
  const canUndo = useSyncExternalStore(subscribe, () => stack.canUndo);
  const canRedo = useSyncExternalStore(subscribe, () => stack.canRedo);
  const canChange = useStrategy((state) => isWritable(state) && !isPastShown(state));
  return (
    <>
      <IconButton
        label={t('action.undo')}
        icon={Undo2}
        flips
        keys={commandKeys('Z')}
        isDisabled={!canUndo || !canChange}
        onPress={() => undo(workbench)}
      />
      <IconButton
        label={t('action.redo')}
        icon={Redo2}
        flips
        keys={commandKeys('Z', { shift: true })}
        isDisabled={!canRedo || !canChange}
        onPress={() => redo(workbench)}
      />
    </>
  );
}
