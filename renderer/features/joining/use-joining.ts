import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureError } from '../../../shared/contract/failure.ts';
import type { Joining } from '../../../shared/contract/sharing.ts';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { navigate, strategyPath } from '../../app/navigation.ts';

/** How often the process is asked how far it has come, in milliseconds. */
const ASK_EVERY = 400;

export interface JoiningCourse {
  /** Null while nothing is being joined. */
  readonly state: Extract<Joining, { state: 'waiting' | 'copying' }> | null;
  /** Why it could not be joined, in a sentence. */
  readonly error: string | null;
  readonly begin: (invitation: string) => Promise<void>;
}

/**
 * Joins a strategy and goes there when it has been copied. Left before that, it gives up.
 * @param onJoined Called before it goes there.
 */
export function useJoining(onJoined: () => void): JoiningCourse {
  const { t } = useTranslation();
  const { client } = useSession();
  const [joining, setJoining] = useState<string | null>(null);
  const [state, setState] = useState<JoiningCourse['state']>(null);
  const [error, setError] = useState<string | null>(null);

  const fail = useCallback(
    (failure: unknown): void => {
      setJoining(null);
      setState(null);
      setError(failureSentence(t, failure));
    },
    [t],
  );
  const begin = async (invitation: string): Promise<void> => {
    setError(null);
    setState({ state: 'waiting', code: null });
    try {
      setJoining((await client.join({ invitation })).joining);
    } catch (failure) {
      fail(failure);
    }
  };

  useEffect(() => {
    if (joining === null) return undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const next = await client.joining({ joining });
      if (isOver) return;
      if (next.state === 'waiting' || next.state === 'copying') {
        setState(next);
        timer = setTimeout(() => void ask().catch(fail), ASK_EVERY);
        return;
      }
      isOver = true;
      if (next.state === 'failed') {
        fail(new FailureError(next.failure.type, next.failure.values));
        return;
      }
      onJoined();
      navigate(strategyPath(next.strategy.id));
    };
    let timer = setTimeout(() => void ask().catch(fail), 0);
    return () => {
      clearTimeout(timer);
      if (isOver) return;
      isOver = true;
      // Whether the process is there to hear it or not, nothing is waited for any more.
      client.cancelJoining({ joining }).catch(() => {});
    };
  }, [client, joining, fail, onJoined]);

  return { state, error, begin };
}
