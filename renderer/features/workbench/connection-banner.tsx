import { CloudOff, Hourglass, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { isNewer } from '../../app/changes.ts';
import type { SaveState } from '../../bridge/strategy-connection.ts';
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
  const isSlow = useIsSlow(state.kind);
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
    const isGone = state.reason.startsWith('FILE_');
    return (
      <div className="banner is-failed" role="alert">
        <TriangleAlert aria-hidden />
        <p>
          <strong>{t(isGone ? 'save.bannerGoneTitle' : 'save.bannerFailedTitle')}</strong>{' '}
          {isGone ? t('save.bannerGone') : t('save.bannerFailed', { reason: wordReason(state.reason) })}
        </p>
        <Button className="button" onPress={retry}>
          {t('save.tryAgain')}
        </Button>
      </div>
    );
  }
  if (isSlow) {
    return (
      <div className="banner" role="alert">
        <Hourglass aria-hidden />
        <p>
          <strong>{t('save.bannerSlowTitle')}</strong> {t('save.bannerSlow')}
        </p>
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

/** How long saving may take before that is said, in milliseconds. */
const SLOW = 10_000;

function useIsSlow(kind: SaveState['kind']): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (kind !== 'saving') return;
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [kind]);
  return isSlow;
}
