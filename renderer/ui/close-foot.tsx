import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

export interface CloseFootProps {
  readonly onClose: () => void;
  readonly autoFocus?: boolean;
}

/** The foot of a dialog that there is nothing to decide in. */
export function CloseFoot({ onClose, autoFocus = false }: CloseFootProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    <div className="dialog-footer">
      <Button className="button" onPress={onClose} autoFocus={autoFocus}>
        {t('action.close')}
      </Button>
    </div>
  );
}
