import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MemberEntry } from '../../../shared/contract/sharing.ts';
import { ErrorText } from '../../ui/error-text.tsx';
import { announce } from '../../ui/announcer.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { MemberRow } from './member-row.tsx';
import { useAttempt } from './use-attempt.ts';
import { useMembers } from './use-members.ts';
import { CloseFoot } from '../../ui/close-foot.tsx';

export interface MemberViewProps {
  readonly address: string;
  /** @param again Who was invited before; null for somebody new. */
  readonly onInvite: (again: MemberEntry | null) => void;
  readonly onGrant: (member: MemberEntry) => void;
  readonly onRemove: (member: MemberEntry) => void;
  readonly onClose: () => void;
}

/** Where the strategy is shared and who takes part; letting somebody in, and the end of sharing. */
export function MemberView({ address, onInvite, onGrant, onRemove, onClose }: MemberViewProps): React.ReactNode {
  const { t } = useTranslation();
  const { connection, store } = useWorkbench();
  const { client } = connection;
  const { members, refresh } = useMembers();
  const { error, attempt } = useAttempt();
  const stop = (): Promise<void> =>
    attempt(async () => {
      await client.stopSharing({});
      store.getState().setSharing(await client.sharing({}));
      announce(t('sharing.stopped'));
    });
  const approve = ({ member }: MemberEntry): Promise<void> =>
    attempt(async () => {
      await client.approve({ member });
      refresh();
    });

  return (
    <>
      <div className="dialog-body">
        <div className="sharing-at">
          <p>{t('sharing.sharedAt', { address })}</p>
          <Button className="button small" onPress={() => void stop()}>
            {t('sharing.stop')}
          </Button>
        </div>
        <p className="muted">{t('sharing.keepsOn')}</p>
        <ErrorText text={error} />
        <section aria-labelledby="sharing-members">
          <div className="sharing-members-head">
            <h3 id="sharing-members">{t('sharing.members')}</h3>
            <Button className="button small" autoFocus onPress={() => onInvite(null)}>
              {t('sharing.inviteSomebody')}
            </Button>
          </div>
          {members?.length === 0 && <p className="muted">{t('sharing.noMembers')}</p>}
          {members !== null && members.length > 0 && (
            <ul className="boxed-list" aria-labelledby="sharing-members">
              {members.map((member) => (
                <MemberRow
                  key={member.member}
                  entry={member}
                  onApprove={() => void approve(member)}
                  onGrant={() => onGrant(member)}
                  onRemove={() => onRemove(member)}
                  onInviteAgain={() => onInvite(member)}
                />
              ))}
            </ul>
          )}
        </section>
      </div>
      <CloseFoot onClose={onClose} />
    </>
  );
}
