import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Framework } from '../../../shared/domain/framework.ts';
import { isOutlineWritable } from '../../app/changes.ts';
import { useStrategy } from '../workbench/workbench-context.ts';
import { ErrorText } from '../../ui/error-text.tsx';

export interface FrameworkRowProps {
  readonly framework: Framework;
  /** How many tags refer to it. */
  readonly tags: number;
  readonly isShipped: boolean;
  /** Why its wording could not be added. */
  readonly error: string | null;
  readonly onWording: (file: File) => void;
  readonly onRemoveWording: () => void;
  readonly onRemove: () => void;
}

/** One framework: where it comes from, how much it is used, and its official wording. */
export function FrameworkRow({
  framework: { id, title, edition, principles },
  tags,
  isShipped,
  error,
  onWording,
  onRemoveWording,
  onRemove,
}: FrameworkRowProps): React.ReactNode {
  const { t } = useTranslation();
  const canChange = useStrategy(isOutlineWritable);
  const wording = useStrategy((state) => state.wordings.get(id));
  const facts = [
    t(isShipped ? 'frameworks.shipped' : 'frameworks.own'),
    t('frameworks.principles', { count: principles.length }),
    t('frameworks.tags', { count: tags }),
  ];
  return (
    <li className="boxed-row framework-row">
      <div>
        <bdi className="framework-title">{title}</bdi> {edition !== '' && <bdi className="muted">{edition}</bdi>}
        <p className="muted">{facts.join(' · ')}</p>
        {wording && (
          <p className="framework-wording">
            <span>{t('frameworks.hasWording', { source: wording.source, count: wording.principles.length })}</span>
            <Button
              className="button small quiet"
              aria-label={t('frameworks.removeWordingOf', { title })}
              onPress={onRemoveWording}
            >
              {t('frameworks.removeWording')}
            </Button>
          </p>
        )}
        <ErrorText text={error} />
      </div>
      <div className="framework-buttons">
        {!isShipped && (
          <Button
            className="button small quiet"
            isDisabled={!canChange}
            aria-label={t('frameworks.remove', { title })}
            onPress={onRemove}
          >
            {t('action.remove')}
          </Button>
        )}
        <FileTrigger
          acceptedFileTypes={['.csv', '.json', '.txt']}
          onSelect={(files) => files?.[0] && onWording(files[0])}
        >
          <Button className="button small" aria-label={t('frameworks.addWordingTo', { title })}>
            {t('frameworks.addWording')}
          </Button>
        </FileTrigger>
      </div>
    </li>
  );
}
