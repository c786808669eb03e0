import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../shared/contract/contract.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { ComparedCoverage } from './compared-coverage.tsx';
import { ComparedSections } from './compared-sections.tsx';
import { useVersionName } from './use-version-name.ts';
import { useVersions } from './use-versions.ts';
import './comparison-view.css';

export interface ComparisonViewProps {
  readonly before: string;
  /** Null for the strategy as it is. */
  readonly after: string | null;
}

/** What is different between two versions: first the coverage, then the text. */
export function ComparisonView({ before, after }: ComparisonViewProps): React.ReactNode {
  const { t } = useTranslation();
  const { connection } = useWorkbench();
  const show = useStrategy((state) => state.show);
  const nameOf = useVersionName();
  const { versions } = useVersions();
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isCurrent = true;
    const compare = async (): Promise<void> => {
      await connection.whenSaved();
      const result = await connection.client.compare({ before, after });
      if (isCurrent) setComparison(result);
    };
    compare().catch((failure: unknown) => isCurrent && setError(failure));
    return () => {
      isCurrent = false;
    };
  }, [connection, before, after]);
  const name = (id: string): string => {
    const version = versions?.find((each) => each.id === id);
    return version ? nameOf(version) : '';
  };
  const names = { before: name(before), after: after === null ? t('history.now') : name(after) };
  return (
    <div className="comparison-view" aria-busy={comparison === null && error === null}>
      <div className="reading-bar">
        <p>{t('history.comparing', names)}</p>
        <Button className="button primary" onPress={() => show({ kind: 'draft' })}>
          {t('history.back')}
        </Button>
      </div>
      <div className="page-scroll" tabIndex={0} role="region" aria-label={t('history.comparing', names)}>
        {comparison && (
          <article className="page comparison">
            <h1>{t('history.comparing', names)}</h1>
            <ComparedCoverage comparison={comparison} />
            <ComparedSections comparison={comparison} />
          </article>
        )}
        {error !== null && (
          <p className="section-failure" role="alert">
            {failureSentence(t, error)}
          </p>
        )}
      </div>
    </div>
  );
}
