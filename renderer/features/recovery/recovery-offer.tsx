import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FailureError } from '../../../shared/contract/failure.ts';
import { openDialog } from '../../app/window-state.ts';

/** Offers to recover what can be read, where that is what a failure calls for. */
export function RecoveryOffer({ failure }: { readonly failure: unknown }): React.ReactNode {
  const { t } = useTranslation();
  const file = damagedFile(failure);
  if (file === null) return null;
  return (
    <Button className="button" onPress={() => openDialog({ kind: 'recovery', file })}>
      {t('recovery.offer')}
    </Button>
  );
}

/** A file that has lost its beginning looks like one of another kind. */
function damagedFile(failure: unknown): string | null {
  if (!(failure instanceof FailureError)) return null;
  const { type, values } = failure.failure;
  const isDamaged = type === 'file-damaged' || (type === 'file-foreign' && /\.strategy$/i.test(String(values['file'])));
  return isDamaged ? String(values['file']) : null;
}
