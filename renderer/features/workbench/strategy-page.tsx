import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/application-session.ts';
import { FailurePage } from '../../app/failure-page.tsx';
import { failureSentence } from '../../app/failure-sentence.ts';
import { openStrategy, type OpenedStrategy } from '../../app/open-strategy.ts';
import { clearToasts, showToast } from '../../ui/toasts.tsx';
import { RecoveryOffer } from '../recovery/recovery-offer.tsx';
import { StartDialogs } from '../start/start-dialogs.tsx';
import { Workbench } from './workbench.tsx';
import { WorkbenchContext } from './workbench-context.ts';

/** How long what was typed last may take to be on disk before that is said, in milliseconds. */
const PATIENCE = 1500;

/** Connects to a strategy and shows it, or says why that cannot be. */
export function StrategyPage({ strategy }: { readonly strategy: string }): React.ReactNode {
  const { t } = useTranslation();
  const { client, token, device, frameworks } = useSession();
  const [opened, setOpened] = useState<OpenedStrategy | null>(null);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    let isCurrent = true;
    const opening = openStrategy({ client, token, device, frameworks }, strategy);
    opening.then(
      (result) => isCurrent && setOpened(result),
      (failure: unknown) => isCurrent && setError(failure),
    );
    return () => {
      isCurrent = false;
      setOpened(null);
      clearToasts();
      opening.then(
        (result) => {
          if (result.leave()) return;
          setTimeout(() => {
            if (result.connection.holdsUnsaved) showToast({ text: i18next.t('save.leftUnsaved') });
          }, PATIENCE);
        },
        () => {},
      );
    };
  }, [client, token, device, frameworks, strategy]);

  if (error !== null)
    return (
      <>
        <FailurePage title={t('error.strategyTitle')} sentence={failureSentence(t, error)} action="start">
          <RecoveryOffer failure={error} />
        </FailurePage>
        <StartDialogs />
      </>
    );
  if (!opened) return <Loading />;
  return (
    <WorkbenchContext value={opened}>
      <Workbench />
    </WorkbenchContext>
  );
}

function Loading(): React.ReactNode {
  const { t } = useTranslation();
  return (
    <main className="workbench-loading" aria-busy="true">
      <p role="status">{t('app.loadingStrategy')}</p>
    </main>
  );
}
