import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/window-state.ts';
import { useStrategy } from '../workbench/workbench-context.ts';

/** How confidential the document is, where anybody has said so; pressed, it can be changed. */
export function ClassificationMark(): React.ReactNode {
  const { t } = useTranslation();
  const classification = useStrategy(({ outline }) => outline?.classification ?? '');
  if (classification === '') return null;
  return (
    <Button
      className="classification-mark"
      aria-label={t('classification.mark', { classification })}
      onPress={() => openDialog({ kind: 'classification' })}
    >
      <bdi>{classification}</bdi>
    </Button>
  );
}
