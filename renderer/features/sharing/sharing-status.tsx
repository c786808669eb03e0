import { CloudOff, Link2, TriangleAlert, UserRoundPlus, UsersRound, type LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { openDialog } from '../../app/window-state.ts';
import { announce } from '../../ui/announcer.tsx';
import type { SharingView } from './sharing-view.ts';
import { useSettledSharing } from './use-settled-sharing.ts';
import { useSharingWords } from './use-sharing-words.ts';
import './sharing-status.css';

const ICONS: Readonly<Record<Exclude<SharingView['kind'], 'alone'>, LucideIcon>> = {
  host: UsersRound,
  'in-step': Link2,
  'catching-up': Link2,
  offline: CloudOff,
  unreachable: CloudOff,
  'not-reached': CloudOff,
  refused: TriangleAlert,
  out: TriangleAlert,
};

/** With whom the strategy is shared, or whether what one writes reaches its host; leads to more about it. */
export function SharingStatus(): React.ReactNode {
  const view = useSettledSharing();
  const words = useSharingWords()(view);
  const isAsked = view.kind === 'host' && view.pending > 0;
  useAnnouncedChange(isAsked ? 'pending' : view.kind, words);
  if (view.kind === 'alone') return null;
  const Icon = isAsked ? UserRoundPlus : ICONS[view.kind];
  return (
    <Button
      className={`status-button sharing-status is-${isAsked ? 'asked' : view.kind}`}
      onPress={() => openDialog({ kind: 'sharing' })}
    >
      <Icon aria-hidden />
      {words}
    </Button>
  );
}

/** Read out when it becomes another kind of thing, not when a number in it changes. */
function useAnnouncedChange(kind: string, words: string): void {
  const latest = useRef(words);
  const said = useRef(kind);
  useEffect(() => {
    latest.current = words;
  }, [words]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (said.current === kind) return;
      said.current = kind;
      if (latest.current !== '') announce(latest.current);
    }, 1000);
    return () => clearTimeout(timer);
  }, [kind]);
}
