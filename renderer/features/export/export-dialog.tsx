import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/contract/exports.ts';
import { setMeta } from '../../../shared/document/outline.ts';
import { changeOutline, isOutlineWritable } from '../../app/changes.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { ExportOutcome } from './export-outcome.tsx';
import { HouseStyleField } from './house-style-field.tsx';
import { useExport } from './use-export.ts';
import { useHouseStyle } from './use-house-style.ts';
import { Progress } from '../../ui/progress.tsx';

/** Exports the strategy. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const { state, start, cancel, forget } = useExport();
  const [format, setFormat] = useState<ExportFormat>('docx');
  const [withAnnex, setWithAnnex] = useState(true);
  const [withTags, setWithTags] = useState(false);
  const houseStyle = useHouseStyle();
  const workbench = useWorkbench();
  const canChange = useStrategy(isOutlineWritable);
  const present = useStrategy(({ outline }) => outline?.classification ?? '');
  const [classification, setClassification] = useState(present);
  const isRunning = state.kind === 'running';
  const begin = (): void => {
    const wanted = classification.trim();
    if (wanted !== present) changeOutline(workbench, (doc) => setMeta(doc, { classification: wanted }));
    const include = [...(withAnnex ? (['coverage'] as const) : []), ...(withTags ? (['tags'] as const) : [])];
    start({ format, include, inHouseStyle: format === 'docx' && houseStyle.isWanted });
  };
  return (
    <DialogFrame title={t('export.title')} onClose={onClose} canDismiss={!isRunning}>
      <div className="dialog-body">
        <Segmented
          label={t('export.format')}
          value={format}
          onChange={(chosen) => {
            setFormat(chosen);
            forget();
          }}
          options={EXPORT_FORMATS.map((id) => ({ id, label: t(`export.formats.${id}`) }))}
        />
        <p className="muted">{t(`export.formatHints.${format}`)}</p>
        <CheckField
          label={t('export.annex')}
          hint={t('export.annexHint')}
          isSelected={withAnnex}
          isDisabled={isRunning}
          onChange={setWithAnnex}
        />
        {format !== 'json' && (
          <CheckField
            label={t('export.tags')}
            hint={t(format === 'docx' ? 'export.tagsAsComments' : 'export.tagsBelow')}
            isSelected={withTags}
            isDisabled={isRunning}
            onChange={setWithTags}
          />
        )}
        {format === 'docx' && <HouseStyleField houseStyle={houseStyle} isDisabled={isRunning} />}
        <FormField
          label={t('classification.field')}
          hint={t('classification.hint')}
          value={classification}
          maxLength={120}
          isDisabled={isRunning}
          isReadOnly={!canChange}
          onChange={setClassification}
        />
        {isRunning ? (
          <Progress label={t('export.running')} value={state.progress * 100} />
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
            <Button className="button primary" onPress={begin} autoFocus={state.kind !== 'done'}>
              {t(state.kind === 'idle' ? 'export.start' : 'export.again')}
            </Button>
          </>
        )}
      </div>
    </DialogFrame>
  );
}
