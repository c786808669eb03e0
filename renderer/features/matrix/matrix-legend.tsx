import { useTranslation } from 'react-i18next';

/**
 * What the colours and signs say.
 * @param hasOthers Whether columns are shown that are out of scope.
 */
export function MatrixLegend({ hasOthers }: { readonly hasOthers: boolean }): React.ReactNode {
  const { t } = useTranslation();
  const cells = [
    ['is-full', t('matrix.legendFull')],
    ['is-partial', t('matrix.legendPartial')],
    ['is-mention', t('matrix.legendMention')],
  ] as const;
  const columns = [
    ['is-gap', t('matrix.legendGap')],
    ['is-set-aside', t('matrix.legendSetAside')],
    ...(hasOthers ? ([['is-out', t('matrix.legendOutOfScope')]] as const) : []),
  ] as const;
  return (
    <ul className="matrix-legend" aria-label={t('matrix.legend')}>
      {cells.map(([look, meaning]) => (
        <li key={look}>
          <span className={`matrix-cell ${look}`} aria-hidden />
          {meaning}
        </li>
      ))}
      {columns.map(([look, meaning]) => (
        <li key={look}>
          <span className={`matrix-column ${look}`} aria-hidden />
          {meaning}
        </li>
      ))}
    </ul>
  );
}
