import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesktopWindow } from '../features/desktop/use-desktop-window.ts';
import { PersonDialog } from '../features/first-run/person-dialog.tsx';
import { StartPage } from '../features/start/start-page.tsx';
import { StrategyPage } from '../features/workbench/strategy-page.tsx';
import { Announcer } from '../ui/announcer.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { SessionContext, type ApplicationSession } from './application-session.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { FailurePage } from './failure-page.tsx';
import { failureSentence } from './failure-sentence.ts';
import { loadSession } from './load-session.ts';
import { useRoute } from './navigation.ts';
import { preferences } from './preferences.ts';
import { useUnsavedWarning } from './use-unsaved-warning.ts';

type Loaded = Awaited<ReturnType<typeof loadSession>>;

/** The session is opened once for the window: the key in its address works only once. */
let loading: Promise<Loaded> | undefined;

/** Composition root of the window. */
export function App(): React.ReactNode {
  const language = useStore(preferences, (state) => state.language);
  useUnsavedWarning();
  useDesktopWindow();
  return (
    <I18nProvider locale={language}>
      <ErrorBoundary>
        <SessionGate />
      </ErrorBoundary>
      <Toasts />
      <Announcer />
    </I18nProvider>
  );
}

function SessionGate(): React.ReactNode {
  const { t } = useTranslation();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    loading ??= loadSession();
    loading.then(setLoaded, setError);
  }, []);
  if (error !== null)
    return <FailurePage title={t('error.noSession')} sentence={failureSentence(t, error)} action="none" />;
  if (!loaded) return <p className="visually-hidden">{t('app.opening')}</p>;
  const session: ApplicationSession = {
    ...loaded,
    savePerson: async (person) => {
      const saved = await loaded.client.setPerson(person);
      setLoaded((current) => current && { ...current, person: saved });
    },
    saveBackups: async (backups) => {
      await loaded.client.setBackups(backups);
      setLoaded((current) => current && { ...current, backups: { ...current.backups, ...backups } });
    },
  };
  return <SessionContext value={session}>{loaded.person === null ? <FirstRun /> : <Routes />}</SessionContext>;
}

/** Nothing is written before it is known by whom. */
function FirstRun(): React.ReactNode {
  return (
    <>
      <StartPage />
      <PersonDialog onClose={null} />
    </>
  );
}

function Routes(): React.ReactNode {
  const strategy = useRoute();
  return strategy === null ? <StartPage /> : <StrategyPage key={strategy} strategy={strategy} />;
}
