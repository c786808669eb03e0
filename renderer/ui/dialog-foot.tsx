import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

export interface DialogFootProps {
  /** What the form's button does. */
  readonly submit: string;
  /** Null where the dialog must be answered. */
  readonly onCancel: (() => void) | null;
}

/** The foot of a dialog with a form: leave it, or do it. */
export function DialogFoot({ submit, onCancel }: DialogFootProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    <div className="dialog-footer">
      {onCancel && (
        <Button className="button" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      )}
      <Button type="submit" className="button primary">
        {submit}
      </Button>
    </div>
  );
}
