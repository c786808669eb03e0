import { Check, CloudOff, LoaderCircle, Lock, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SaveState } from '../../bridge/strategy-connection.ts';
import { announce } from '../../ui/announcer.tsx';
import { useRetry } from './use-retry.ts';
import { useStorageReason } from './use-storage-reason.ts';
import { useSettledSaveState } from './use-settled-save-state.ts';

const ICONS = {
  connecting: LoaderCircle,
  saved: Check,
  saving: LoaderCircle,
  disconnected: CloudOff,
  failed: TriangleAlert,
  'read-only': Lock,
} as const;

/** Whether what was typed is on disk, in words. It is not live: trouble is read out once, see below. */
export function SaveIndicator(): React.ReactNode {
  const { t } = useTranslation();
  const state = useSettledSaveState();
  const retry = useRetry();
  const words = useSaveWords(state);
  useAnnouncedTrouble(state.kind, words);
  const Icon = ICONS[state.kind];
  return (
    <div className={`save-indicator is-${state.kind}`}>
      <Icon aria-hidden />
      <span role="status" aria-live="off">
        {words}
      </span>
      {state.kind === 'failed' && (
        <Button className="link-button" onPress={retry}>
          {t('save.tryAgain')}
        </Button>
      )}
    </div>
  );
}

function useSaveWords(state: SaveState): string {
  const { t } = useTranslation();
  const wordReason = useStorageReason();
  switch (state.kind) {
    case 'connecting':
    case 'saved':
    case 'saving':
    case 'read-only':
      return t(`save.${state.kind}`);
    case 'disconnected':
      return t('save.disconnected', { count: state.changes });
    case 'failed':
      return t('save.failed', { reason: wordReason(state.reason) });
  }
}

/** Read out when trouble begins and when it is over, never while one merely types. */
function useAnnouncedTrouble(kind: SaveState['kind'], words: string): void {
  const told = useRef(false);
  // The number of changes may grow meanwhile; it is not said again for that.
  const latest = useRef(words);
  useEffect(() => {
    latest.current = words;
  }, [words]);
  const isTrouble = kind === 'disconnected' || kind === 'failed';
  useEffect(() => {
    if (!isTrouble && !(told.current && kind === 'saved')) return;
    const timer = setTimeout(() => {
      told.current = isTrouble;
      announce(latest.current);
    }, 1000);
    return () => clearTimeout(timer);
  }, [kind, isTrouble]);
}
