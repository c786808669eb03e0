import { CloudOff, Hourglass, Lock, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { isNewer } from '../../app/changes.ts';
import { openDialog } from '../../app/window-state.ts';
import type { SaveState } from '../../bridge/strategy-connection.ts';
import { Banner } from '../../ui/banner.tsx';
import { useRetry } from '../status-bar/use-retry.ts';
import { useStrategy } from './workbench-context.ts';
import { useStorageReason } from '../status-bar/use-storage-reason.ts';
import { useSettledSaveState } from '../status-bar/use-settled-save-state.ts';

/** Says what happened, what is safe and what to do, when what one types does not reach the file. */
export function ConnectionBanner(): React.ReactNode {
  const { t } = useTranslation();
  const state = useSettledSaveState();
  const retry = useRetry();
  const wordReason = useStorageReason();
  const isSlow = useIsSlow(state.kind);
  const isReadOnly = useStrategy(isNewer);
  if (isReadOnly) return <Banner icon={TriangleAlert} text={t('failure.strategy-newer')} />;
  if (state.kind === 'read-only') {
    return (
      <Banner icon={Lock} title={t('place.readOnlyTitle')} text={t('place.readOnly')}>
        <Button className="button" onPress={() => openDialog({ kind: 'copy', copy: 'complete' })}>
          {t('place.saveCopy')}
        </Button>
      </Banner>
    );
  }
  if (state.kind === 'failed') {
    const isGone = state.reason.startsWith('FILE_');
    return (
      <Banner
        icon={TriangleAlert}
        isFailed
        title={t(isGone ? 'save.bannerGoneTitle' : 'save.bannerFailedTitle')}
        text={isGone ? t('save.bannerGone') : t('save.bannerFailed', { reason: wordReason(state.reason) })}
      >
        <Button className="button" onPress={retry}>
          {t('save.tryAgain')}
        </Button>
      </Banner>
    );
  }
  if (isSlow) return <Banner icon={Hourglass} title={t('save.bannerSlowTitle')} text={t('save.bannerSlow')} />;
  if (state.kind === 'disconnected') {
    return <Banner icon={CloudOff} title={t('save.bannerDisconnectedTitle')} text={t('save.bannerDisconnected')} />;
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
