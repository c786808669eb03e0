import { useTranslation } from 'react-i18next';
import { STRENGTHS } from '../../../shared/document/tags.ts';
import type { ComparedPrinciple, Comparison } from '../../../shared/domain/comparison/comparison.ts';
import { findPrinciple } from '../../../shared/domain/framework.ts';
import { useStrategy } from '../workbench/workbench-context.ts';

/** Principles to which something else is said than before. */
export function ComparedCoverage({ comparison: { coverage } }: { readonly comparison: Comparison }): React.ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="compared-coverage">
      <h2 id="compared-coverage">{t('history.coverage')}</h2>
      {coverage.length === 0 ? (
        <p>{t('history.sameCoverage')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('history.principle')}</th>
              <th scope="col">{t('history.gained')}</th>
              <th scope="col">{t('history.lost')}</th>
              <th scope="col">{t('history.state')}</th>
            </tr>
          </thead>
          <tbody>
            {coverage.map((compared) => (
              <Row key={`${compared.framework} ${compared.principle}`} compared={compared} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ compared }: { readonly compared: ComparedPrinciple }): React.ReactNode {
  const { t } = useTranslation();
  const framework = useStrategy(({ frameworks }) => frameworks.find(({ id }) => id === compared.framework));
  const { principle, gained, lost, stateBefore, stateAfter, strengths, reworded, unplaced, decision } = compared;
  const notes = [
    ...(decision ? [t(`history.decision.${decision}`)] : []),
    ...strengths.map(({ before, after, count }) =>
      t('history.strengthChange', { count, before: t(`strength.${before}`), after: t(`strength.${after}`) }),
    ),
    ...(reworded > 0 ? [t('history.reworded', { count: reworded })] : []),
    ...(unplaced > 0 ? [t('history.unplaced', { count: unplaced })] : []),
  ];
  return (
    <tr>
      <th scope="row">
        {principle}. {framework ? findPrinciple(framework, principle)?.title : compared.framework}
        {notes.map((note) => (
          <span key={note} className="compared-note">
            {note}
          </span>
        ))}
      </th>
      <td>
        <Passages counts={gained} sign="+" />
      </td>
      <td>
        <Passages counts={lost} sign="−" />
      </td>
      <td>
        {stateBefore === stateAfter
          ? t(`state.${stateAfter}`)
          : t('history.stateChange', { before: t(`state.${stateBefore}`), after: t(`state.${stateAfter}`) })}
      </td>
    </tr>
  );
}

interface PassagesProps {
  readonly counts: ComparedPrinciple['gained'];
  readonly sign: string;
}

/** How many passages, by strength. */
function Passages({ counts, sign }: PassagesProps): React.ReactNode {
  const { t } = useTranslation();
  return STRENGTHS.filter((strength) => counts[strength] > 0).map((strength) => (
    <span key={strength} className="compared-count">
      {t('history.passages', { sign, count: counts[strength], strength: t(`strength.${strength}`) })}
    </span>
  ));
}
