import { useTranslation } from 'react-i18next';
import { failureSentence } from '../../app/failure-sentence.ts';
import { showToast } from '../../ui/toasts.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';

/** Takes away what was said of the attempt before. */
let forget = (): void => {};

/** Tries to write again after a failed save, and says how it went. */
export function useRetry(): () => void {
  const { t } = useTranslation();
  const { client } = useWorkbench().connection;
  const tell = (text: string): void => {
    forget();
    forget = showToast({ text });
  };
  return () => {
    client.retryStorage({}).then(
      ({ writable }) => tell(t(writable ? 'save.savedAgain' : 'save.stillFailing')),
      (error: unknown) => tell(failureSentence(t, error)),
    );
  };
}
