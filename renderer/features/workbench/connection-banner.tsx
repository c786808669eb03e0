import { CloudOff, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { isNewer } from '../../app/changes.ts';
import { useRetry } from '../status-bar/use-retry.ts';
import { useStrategy } from './workbench-context.ts';
import { useStorageReason } from '../status-bar/use-storage-reason.ts';
import { useSettledSaveState } from '../status-bar/use-settled-save-state.ts';
import './connection-banner.css';

/** Says what happened, what is safe and what to do, when what one types does not reach the file. */
export function ConnectionBanner(): React.ReactNode {
  const { t } = useTranslation();
  const state = useSettledSaveState();
  const retry = useRetry();
  const wordReason = useStorageReason();
  const isReadOnly = useStrategy(isNewer);
  if (isReadOnly) {
    return (
      <div className="banner" role="alert">
        <TriangleAlert aria-hidden />
        <p>{t('failure.strategy-newer')}</p>
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <div className="banner is-failed" role="alert">
        <TriangleAlert aria-hidden />
        <p>
          <strong>{t('save.bannerFailedTitle')}</strong> {t('save.bannerFailed', { reason: wordReason(state.reason) })}
        </p>
        <Button className="button" onPress={retry}>
          {t('save.tryAgain')}
        </Button>
      </div>
    );
  }
  if (state.kind === 'disconnected') {
    return (
      <div className="banner" role="alert">
        <CloudOff aria-hidden />
        <p>
          <strong>{t('save.bannerDisconnectedTitle')}</strong> {t('save.bannerDisconnected')}
        </p>
      </div>
    );
  }
  return null;
}
