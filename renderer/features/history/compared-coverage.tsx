import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../shared/contract/contract.ts';
import { findPrinciple } from '../../../shared/domain/framework.ts';
import { useStrategy } from '../workbench/workbench-context.ts';

/** Principles that more or fewer passages answer than before. */
export function ComparedCoverage({ comparison }: { readonly comparison: Comparison }): React.ReactNode {
  const { t } = useTranslation();
  const frameworks = useStrategy((state) => state.frameworks);
  const { coverage } = comparison;
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
            {coverage.map(({ framework: id, principle, gained, lost, stateBefore, stateAfter }) => {
              const framework = frameworks.find((each) => each.id === id);
              return (
                <tr key={`${id} ${principle}`}>
                  <th scope="row">
                    {principle}. {framework && findPrinciple(framework, principle)?.title}
                  </th>
                  <td>{gained > 0 && `+${gained}`}</td>
                  <td>{lost > 0 && `−${lost}`}</td>
                  <td>
                    {stateBefore === stateAfter
                      ? t(`state.${stateAfter}`)
                      : t('history.stateChange', {
                          before: t(`state.${stateBefore}`),
                          after: t(`state.${stateAfter}`),
                        })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
