import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Arrived } from '../../../shared/contract/sharing.ts';
import { openDialog } from '../../app/window-state.ts';
import { showToast } from '../../ui/toasts.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';

/** Says what came in while the host was out of reach, until somebody has seen it. */
export function useArrivedNotice(): void {
  const { t } = useTranslation();
  const { connection, store } = useWorkbench();
  const arrived = useStrategy(({ sharing }) => (sharing.kind === 'replica' ? sharing.arrived : null));
  // Told again with every state of sharing, it is the same.
  const told = arrived && JSON.stringify(arrived);
  useEffect(() => {
    if (told === null) return;
    const report = JSON.parse(told) as Arrived;
    let isReplaced = false;
    const sections = new Set([...report.sections.map(({ section }) => section), ...report.comments]);
    const { outline } = store.getState();
    const shown = outline?.sections.filter(({ id }) => sections.has(id)).length ?? 0;
    if (shown === 0) return;
    const hide = showToast({
      text: t('arrived.notice', { count: shown }),
      stays: true,
      action: { label: t('arrived.show'), run: () => openDialog({ kind: 'arrived', arrived: report }) },
      onClose: () => {
        if (!isReplaced) connection.client.seenArrived({}).catch(() => {});
      },
    });
    return () => {
      isReplaced = true;
      hide();
    };
  }, [told, connection, store, t]);
}
