import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureSentence } from '../../app/failure-sentence.ts';

export interface Attempt {
  /** Why the last one failed, in a sentence; null when it did not. */
  readonly error: string | null;
  readonly isRunning: boolean;
  /** Does something that may fail. Resolves when it is over, either way. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
}

/** What is asked of the process in a dialog, and why it could not be done. */
export function useAttempt(): Attempt {
  const { t } = useTranslation();
  const [error, setError] = useState<string | null>(null);
  const [isRunning, setRunning] = useState(false);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    setRunning(true);
    try {
      await work();
    } catch (failure) {
      setError(failureSentence(t, failure));
    } finally {
      setRunning(false);
    }
  };
  return { error, isRunning, attempt };
}
