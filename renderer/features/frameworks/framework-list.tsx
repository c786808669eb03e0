import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Framework } from '../../../shared/domain/framework.ts';
import { isOutlineWritable, undo } from '../../app/changes.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { dropFramework } from './framework-commands.ts';
import { FrameworkRow } from './framework-row.tsx';
import { saveExample } from './save-example.ts';
import { sumOfTags, useTagCounts } from './use-tag-counts.ts';
import { CloseFoot } from '../../ui/close-foot.tsx';

/** Why a file was refused. */
export interface FileError {
  /** Whose wording was chosen; null for a framework. */
  readonly framework: string | null;
  readonly sentence: string;
}

export interface FrameworkListProps {
  readonly error: FileError | null;
  readonly onFramework: (file: File) => void;
  readonly onWording: (framework: Framework, file: File) => void;
  readonly onRemoveWording: (framework: Framework) => void;
  readonly onClose: () => void;
}

/** The frameworks that there are, those that tags speak of and that are gone, and the ways to add one. */
export function FrameworkList({
  error,
  onFramework,
  onWording,
  onRemoveWording,
  onClose,
}: FrameworkListProps): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const canChange = useStrategy(isOutlineWritable);
  const frameworks = useStrategy((state) => state.frameworks);
  const shipped = useStrategy((state) => state.shipped);
  const counts = useTagCounts();
  const [removed, setRemoved] = useState<Framework | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const absent = [...counts.keys()].filter((id) => frameworks.every((framework) => framework.id !== id));
  return (
    <>
      <div className="dialog-body">
        <p className="muted">{t('frameworks.what')}</p>
        <ul className="boxed-list" aria-label={t('frameworks.title')}>
          {frameworks.map((framework) => (
            <FrameworkRow
              key={framework.id}
              framework={framework}
              tags={sumOfTags(counts.get(framework.id))}
              isShipped={shipped.includes(framework)}
              error={error?.framework === framework.id ? error.sentence : null}
              onWording={(file) => onWording(framework, file)}
              onRemoveWording={() => onRemoveWording(framework)}
              onRemove={() => dropFramework(workbench, framework.id) && setRemoved(framework)}
            />
          ))}
          {absent.map((id) => (
            <li key={id} className="boxed-row framework-row is-absent">
              <div>
                <bdi className="framework-title">{id}</bdi>
                <p className="muted">{t('frameworks.absent', { count: sumOfTags(counts.get(id)) })}</p>
              </div>
            </li>
          ))}
        </ul>
        {removed !== null && frameworks.every(({ id }) => id !== removed.id) && (
          <div className="framework-removed" role="status">
            <p>{t('frameworks.removed', { title: removed.title, count: sumOfTags(counts.get(removed.id)) })}</p>
            <Button className="button small" autoFocus onPress={() => undo(workbench)}>
              {t('action.undo')}
            </Button>
          </div>
        )}
        <div className="framework-add">
          <div className="framework-buttons">
            <FileTrigger
              acceptedFileTypes={['.csv', '.json']}
              onSelect={(files) => files?.[0] && onFramework(files[0])}
            >
              <Button className="button" autoFocus isDisabled={!canChange}>
                {t('frameworks.add')}
              </Button>
            </FileTrigger>
            <Button className="button quiet" onPress={() => void saveExample(t).then(setSaid)}>
              {t('frameworks.saveExample')}
            </Button>
          </div>
          {error?.framework === null ? (
            <p role="alert" className="error-text">
              {error.sentence}
            </p>
          ) : (
            <p className="field-hint" role="status">
              {said ?? t('frameworks.addHint')}
            </p>
          )}
        </div>
      </div>
      <CloseFoot onClose={onClose} />
    </>
  );
}
