import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isSameThroughout } from '../../../shared/domain/comparison/comparison.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { useStrategy } from '../workbench/workbench-context.ts';
import { ComparedCoverage } from './compared-coverage.tsx';
import { ComparedFacts } from './compared-facts.tsx';
import { ComparedSections } from './compared-sections.tsx';
import { ComparisonChoice, type ComparedPair } from './comparison-choice.tsx';
import { useComparison } from './use-comparison.ts';
import { useVersionName } from './use-version-name.ts';
import { useVersions } from './use-versions.ts';
import './comparison-view.css';

/** What is different between two versions: the document, how it answers the principles, and its text. */
export function ComparisonView({ before, after }: ComparedPair): React.ReactNode {
  const { t } = useTranslation();
  const show = useStrategy((state) => state.show);
  const nameOf = useVersionName();
  const { versions } = useVersions();
  const { comparison, error } = useComparison({ before, after });
  const name = (id: string | null): string => {
    const version = versions?.find((each) => each.id === id);
    return id === null ? t('history.now') : version ? nameOf(version) : '';
  };
  const title = t('history.comparing', { before: name(before), after: name(after) });
  return (
    <div className="comparison-view" aria-busy={comparison === null && error === null}>
      <div className="reading-bar">
        <ComparisonChoice
          versions={versions ?? []}
          before={before}
          after={after}
          onChange={(pair) => show({ kind: 'comparison', ...pair })}
        />
        <Button className="button primary" onPress={() => show({ kind: 'draft' })}>
          {t('history.back')}
        </Button>
      </div>
      <div className="page-scroll" tabIndex={0} role="region" aria-label={title}>
        {comparison && (
          <article className="page comparison">
            <h1>{title}</h1>
            {isSameThroughout(comparison) ? (
              <p>{t('history.same')}</p>
            ) : (
              <>
                <ComparedFacts comparison={comparison} />
                <ComparedCoverage comparison={comparison} />
                <ComparedSections comparison={comparison} />
              </>
            )}
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
