import { FileText, FileX, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { StrategyEntry } from '../../../shared/contract/workspace.ts';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { RecoveryOffer } from '../recovery/recovery-offer.tsx';
import { navigate, strategyPath } from '../../app/navigation.ts';

/** Strategies that were open on this computer, latest first. */
export function RecentStrategies({
  entries,
  onForget,
}: {
  readonly entries: readonly StrategyEntry[];
  readonly onForget: (entry: StrategyEntry) => void;
}): React.ReactNode {
  const { t } = useTranslation();
  if (entries.length === 0) {
    return (
      <section className="start-empty">
        <h2>{t('start.emptyTitle')}</h2>
        <p>{t('start.empty')}</p>
      </section>
    );
  }
  return (
    <section aria-labelledby="recent-strategies">
      <h2 id="recent-strategies" className="start-recent-title">
        {t('start.recent')}
      </h2>
      <ul className="start-recent">
        {entries.map((entry) => (
          <li key={entry.file}>
            {entry.exists ? <PresentEntry entry={entry} /> : <MissingEntry entry={entry} onForget={onForget} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PresentEntry({ entry }: { readonly entry: StrategyEntry }): React.ReactNode {
  const { t } = useTranslation();
  const { client } = useSession();
  const [error, setError] = useState<unknown>(null);
  const open = async (): Promise<void> => {
    try {
      const { id } = await client.open({ file: entry.file });
      navigate(strategyPath(id));
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <Button className="start-entry" onPress={() => void open()}>
        <FileText aria-hidden />
        <EntryText entry={entry} />
      </Button>
      {error !== null && (
        <p role="alert" className="error-text start-entry-error">
          {failureSentence(t, error)} <RecoveryOffer failure={error} />
        </p>
      )}
    </>
  );
}

function MissingEntry({
  entry,
  onForget,
}: {
  readonly entry: StrategyEntry;
  readonly onForget: (entry: StrategyEntry) => void;
}): React.ReactNode {
  const { t } = useTranslation();
  return (
    <div className="start-entry is-missing">
      <FileX aria-hidden />
      <EntryText entry={entry} />
      <span className="start-entry-missing">{t('start.missing')}</span>
      <IconButton
        size="small"
        icon={X}
        label={t('start.forget', { title: entry.title })}
        onPress={() => onForget(entry)}
      />
    </div>
  );
}

function EntryText({ entry: { title, file, openedAt } }: { readonly entry: StrategyEntry }): React.ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <bdi className="start-entry-title">{title}</bdi>
      <span className="start-entry-when">{t('start.opened', { when: new Date(openedAt) })}</span>
      <bdi className="start-entry-file">{file}</bdi>
    </>
  );
}
