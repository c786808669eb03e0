import { Redo2, Undo2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { commandKeys } from '../../ui/keys.ts';
import { useWorkbench } from './workbench-context.ts';

/** Takes back one's own last step, in whatever section it was, and brings it again. */
export function UndoButtons(): React.ReactNode {
  const { t } = useTranslation();
  const { undo } = useWorkbench().connection;
  const subscribe = (listener: () => void): (() => void) => undo.subscribe(listener);
  const canUndo = useSyncExternalStore(subscribe, () => undo.canUndo);
  const canRedo = useSyncExternalStore(subscribe, () => undo.canRedo);
  return (
    <>
      <IconButton
        label={t('action.undo')}
        icon={Undo2}
        flips
        keys={commandKeys('Z')}
        isDisabled={!canUndo}
        onPress={() => undo.undo()}
      />
      <IconButton
        label={t('action.redo')}
        icon={Redo2}
        flips
        keys={commandKeys('Z', { shift: true })}
        isDisabled={!canRedo}
        onPress={() => undo.redo()}
      />
    </>
  );
}
