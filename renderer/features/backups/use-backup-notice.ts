import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../ui/toasts.tsx';
import { useStorageReason } from '../status-bar/use-storage-reason.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** Says when no backup could be made; the process says it once. */
export function useBackupNotice(): void {
  const { t } = useTranslation();
  const { connection } = useWorkbench();
  const wordReason = useStorageReason();
  useEffect(
    () =>
      connection.onEvent((event) => {
        if (event.type === 'backup-failed')
          showToast({ text: t('backups.failed', { reason: wordReason(event.reason) }) });
      }),
    [connection, t, wordReason],
  );
}
