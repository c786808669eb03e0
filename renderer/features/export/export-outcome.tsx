import { useTranslation } from 'react-i18next';
import type { ExportState } from './use-export.ts';

/** How an export ended; read out as it appears. */
export function ExportOutcome({ state }: { readonly state: ExportState }): React.ReactNode {
  const { t } = useTranslation();
  return (
    <div role="status">
      {state.kind === 'cancelled' && <p>{t('export.cancelled')}</p>}
      {state.kind === 'failed' && <p className="error-text">{state.sentence}</p>}
      {state.kind === 'done' && (
        <>
          <p>
            {state.saved.kind === 'written'
              ? t('shell.written', { file: state.saved.file })
              : t('export.done', { file: state.file })}
          </p>
          {state.warnings.length > 0 && (
            <>
              <p>{t('export.warnings', { count: state.warnings.length })}</p>
              <ul className="guidance-list">
                {state.warnings.map(({ what, count }) => (
                  <li key={what}>{t(`exportWarning.${what}`, { count })}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </div>
  );
}
