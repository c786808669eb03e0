import { Check } from 'lucide-react';
import { useState } from 'react';
import { Button, Checkbox, ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/contract/contract.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { ExportOutcome } from './export-outcome.tsx';
import { useExport } from './use-export.ts';

/** Exports the strategy. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const { state, start, cancel } = useExport();
  const [format, setFormat] = useState<ExportFormat>('docx');
  const [withAnnex, setWithAnnex] = useState(true);
  const isRunning = state.kind === 'running';
  return (
    <DialogFrame title={t('export.title')} onClose={onClose} canDismiss={!isRunning}>
      <div className="dialog-body">
        <Segmented
          label={t('export.format')}
          value={format}
          onChange={setFormat}
          options={EXPORT_FORMATS.map((id) => ({ id, label: t(`export.formats.${id}`) }))}
        />
        <p className="muted">{t(`export.formatHints.${format}`)}</p>
        <Checkbox className="checkbox" isSelected={withAnnex} onChange={setWithAnnex} isDisabled={isRunning}>
          <span className="box">
            <Check aria-hidden />
          </span>
          <span>
            <span className="field-label">{t('export.annex')}</span>
            <br />
            <span className="field-hint">{t('export.annexHint')}</span>
          </span>
        </Checkbox>
        {isRunning ? (
          <ProgressBar className="progress" aria-label={t('export.running')} value={state.progress * 100}>
            {({ percentage, valueText }) => (
              <>
                <span>
                  {t('export.running')} <span className="muted">{valueText}</span>
                </span>
                <span className="track">
                  <span className="fill" style={{ display: 'block', inlineSize: `${percentage ?? 0}%` }} />
                </span>
              </>
            )}
          </ProgressBar>
        ) : (
          <ExportOutcome state={state} />
        )}
      </div>
      <div className="dialog-footer">
        {isRunning ? (
          <Button className="button" onPress={cancel} autoFocus>
            {t('export.cancel')}
          </Button>
        ) : (
          <>
            <Button className="button" onPress={onClose} autoFocus={state.kind === 'done'}>
              {t(state.kind === 'done' ? 'action.close' : 'action.cancel')}
            </Button>
            <Button
              className="button primary"
              onPress={() => start(format, withAnnex)}
              autoFocus={state.kind !== 'done'}
            >
              {t(state.kind === 'idle' ? 'export.start' : 'export.again')}
            </Button>
          </>
        )}
      </div>
    </DialogFrame>
  );
}
