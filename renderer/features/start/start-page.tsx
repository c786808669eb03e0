import { FilePlus2, FolderOpen, Landmark, Network } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StrategyEntry } from '../../../shared/contract/workspace.ts';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { openDialog } from '../../app/window-state.ts';
import { StartMenuCommands } from '../desktop/menu-commands.tsx';
import { SettingsMenu } from '../settings/settings-menu.tsx';
import { StartDialogs } from './start-dialogs.tsx';
import { RecentStrategies } from './recent-strategies.tsx';
import { ErrorText } from '../../ui/error-text.tsx';
import './start-page.css';

/** Where one begins: recent strategies, a file, or a new strategy. */
export function StartPage(): React.ReactNode {
  const { t } = useTranslation();
  const { client, folder, person } = useSession();
  const [entries, setEntries] = useState<readonly StrategyEntry[] | null>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    document.title = t('app.name');
    client.strategies({}).then(setEntries, (failure: unknown) => setError(failureSentence(t, failure)));
  }, [client, t]);

  const forget = async (id: string): Promise<void> => {
    try {
      await client.forget({ id });
      setEntries(await client.strategies({}));
    } catch (failure) {
      setError(failureSentence(t, failure));
    }
  };

  return (
    <div className="start-page">
      <main className="start-content">
        <header className="start-head">
          <Landmark className="start-mark" aria-hidden />
          <h1>{t('app.name')}</h1>
          <div className="start-settings">
            <SettingsMenu />
          </div>
        </header>
        <p className="start-what">{t('start.what')}</p>
        <div className="start-actions">
          <Button className="button primary" onPress={() => openDialog({ kind: 'new-strategy' })}>
            <FilePlus2 aria-hidden />
            {t('start.new')}
          </Button>
          <Button className="button" onPress={() => openDialog({ kind: 'open-file' })}>
            <FolderOpen aria-hidden />
            {t('start.open')}
          </Button>
          <Button className="button" onPress={() => openDialog({ kind: 'join' })}>
            <Network aria-hidden />
            {t('start.join')}
          </Button>
        </div>
        <ErrorText text={error} />
        {entries && <RecentStrategies entries={entries} onForget={({ id }) => void forget(id)} />}
        <p className="start-folder">{t('start.folder', { folder })}</p>
      </main>
      {person && <StartDialogs />}
      {person && <StartMenuCommands />}
    </div>
  );
}
