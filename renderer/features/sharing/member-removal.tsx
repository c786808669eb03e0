import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MemberEntry } from '../../../shared/contract/sharing.ts';
import { ErrorText } from '../../ui/error-text.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { useAttempt } from './use-attempt.ts';

export interface MemberRemovalProps {
  readonly member: MemberEntry;
  readonly onDone: () => void;
}

/** Asks once more before somebody is cut off. */
export function MemberRemoval({ member: { member, name }, onDone }: MemberRemovalProps): React.ReactNode {
  const { t } = useTranslation();
  const { client } = useWorkbench().connection;
  const { error, attempt } = useAttempt();
  const remove = (): Promise<void> =>
    attempt(async () => {
      await client.revoke({ member });
      onDone();
    });
  return (
    <>
      <div className="dialog-body">
        <h3>{t('sharing.removeTitle', { name })}</h3>
        <p>{t('sharing.removeWhat', { name })}</p>
        <ErrorText text={error} />
      </div>
      <div className="dialog-footer">
        <Button className="button" autoFocus onPress={onDone}>
          {t('sharing.keep')}
        </Button>
        <Button className="button danger" onPress={() => void remove()}>
          {t('sharing.removeConfirm')}
        </Button>
      </div>
    </>
  );
}
