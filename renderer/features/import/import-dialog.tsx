import { FileText } from 'lucide-react';
import { useState } from 'react';
import { Button, DropZone, FileTrigger, type DropItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useSectionInView } from '../workbench/use-section-in-view.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { importAsSections, importIntoSection } from './import-commands.ts';
import { ImportPreviewList } from './import-preview-list.tsx';
import { useImportPreview } from './use-import-preview.ts';
import { ErrorText } from '../../ui/error-text.tsx';
import './import-dialog.css';

const LEVELS = ['1', '2', '3'] as const;
const TARGETS = ['sections', 'here'] as const;

/** Brings a text in: choose it, see what it becomes, do it. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const shown = useSectionInView();
  const [target, setTarget] = useState<(typeof TARGETS)[number]>('sections');
  const { file, preview, failure, choose, setLevel } = useImportPreview(target === 'here');
  const [isRunning, setRunning] = useState(false);
  const bringIn = async (): Promise<void> => {
    if (!preview || !file) return;
    setRunning(true);
    const isDone =
      target === 'here' && shown
        ? await importIntoSection(workbench, shown.section.id, file.name, preview)
        : await importAsSections(workbench, file.name, preview);
    setRunning(false);
    if (isDone) onClose();
  };
  return (
    <DialogFrame title={t('import.title')} onClose={onClose} canDismiss={!isRunning} isWide>
      <DropZone
        className="dialog-body import-drop"
        aria-label={t('import.drop')}
        isDisabled={isRunning}
        onDrop={({ items }) => void droppedFile(items)?.then(choose)}
      >
        <p className="muted">{t('import.what')}</p>
        <div className="import-file">
          <FileTrigger
            acceptedFileTypes={['.md', '.markdown', '.txt']}
            onSelect={(files) => files?.[0] && choose(files[0])}
          >
            <Button className="button" autoFocus>
              <FileText aria-hidden="true" size={16} />
              {t(file ? 'import.chooseOther' : 'import.choose')}
            </Button>
          </FileTrigger>
          {file ? <bdi className="import-name">{file.name}</bdi> : <span className="muted">{t('import.orDrop')}</span>}
        </div>
        <ErrorText text={failure} />
        {preview && (
          <>
            <div className="import-options">
              <Segmented
                label={t('import.target')}
                value={target}
                onChange={setTarget}
                options={TARGETS.filter((id) => id === 'sections' || shown !== null).map((id) => ({
                  id,
                  label: t(`import.targets.${id}`),
                }))}
              />
              {target === 'sections' && (
                <Segmented
                  label={t('import.splitLevel')}
                  value={String(preview.splitLevel) as (typeof LEVELS)[number]}
                  onChange={(level) => setLevel(Number(level) as 1 | 2 | 3)}
                  options={LEVELS.map((id) => ({ id, label: t('import.level', { level: id }) }))}
                />
              )}
            </div>
            <ImportPreviewList preview={preview} isOneSection={target === 'here'} />
          </>
        )}
      </DropZone>
      <div className="dialog-footer">
        <Button className="button" onPress={onClose} isDisabled={isRunning}>
          {t('action.cancel')}
        </Button>
        <Button className="button primary" isDisabled={!preview || isRunning} onPress={() => void bringIn()}>
          {t('import.start')}
        </Button>
      </div>
    </DialogFrame>
  );
}

/** The first file of what was dropped, if there is one. */
function droppedFile(items: readonly DropItem[]): Promise<File> | undefined {
  return items.find((item) => item.kind === 'file')?.getFile();
}
