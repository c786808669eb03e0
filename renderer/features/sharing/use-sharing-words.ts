import { useTranslation } from 'react-i18next';
import type { SharingView } from './sharing-view.ts';

/** Words how the strategy stands to other machines; empty where there is nothing to say. */
export function useSharingWords(): (view: SharingView) => string {
  const { t } = useTranslation();
  return (view) => {
    switch (view.kind) {
      case 'alone':
        return '';
      case 'host':
        return [
          t('sharing.status.host', { count: view.connected }),
          ...(view.pending > 0 ? [t('sharing.status.pending', { count: view.pending })] : []),
        ].join(' · ');
      case 'offline':
        return t('sharing.status.offline', { count: view.waiting });
      case 'unreachable':
        return t(isToday(view.since) ? 'sharing.status.unreachable' : 'sharing.status.unreachableDay', {
          when: view.since,
        });
      case 'refused':
        return t('sharing.status.refused', { count: view.refused });
      case 'in-step':
      case 'catching-up':
      case 'not-reached':
      case 'out':
        return t(`sharing.status.${view.kind}`);
    }
  };
}

function isToday(date: Date): boolean {
  return date.toDateString() === new Date().toDateString();
}
