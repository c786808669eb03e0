import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MemberEntry } from '../../../shared/contract/sharing.ts';
import { ComparisonDigits } from './comparison-digits.tsx';

export interface MemberRowProps {
  readonly entry: MemberEntry;
  readonly onApprove: () => void;
  readonly onGrant: () => void;
  readonly onRemove: () => void;
  readonly onInviteAgain: () => void;
}

/** One who takes part: what they may do, how far they have come, and what the lead can do about it. */
export function MemberRow({ entry, onApprove, onGrant, onRemove, onInviteAgain }: MemberRowProps): React.ReactNode {
  const { t } = useTranslation();
  const { name, role, sections, state, code, lastSeen } = entry;
  const isPending = state === 'pending';
  const canChange = state === 'active' || isPending || state === 'invited';
  // An invitation that was lost, or is over, cannot be read again here: its secret is kept nowhere.
  const canComeAnew = state === 'invited' || state === 'expired' || state === 'revoked';
  const facts = [
    t(`role.${role}`),
    ...(role === 'contributor' ? [t('sharing.sectionCount', { count: sections.length })] : []),
    t(`memberState.${state}`),
    ...(lastSeen === null || state !== 'active' ? [] : [t('sharing.seen', { when: new Date(lastSeen) })]),
  ];
  return (
    <li className={`boxed-row member-row is-${state}`}>
      <div className="member-facts">
        <bdi className="member-name">{name}</bdi>
        <p className="muted">{facts.join(' · ')}</p>
      </div>
      <div className="member-buttons">
        {canComeAnew && (
          <Button
            className="button small quiet"
            aria-label={t('sharing.inviteAgainOf', { name })}
            onPress={onInviteAgain}
          >
            {t('sharing.inviteAgain')}
          </Button>
        )}
        {canChange && (
          <>
            <Button className="button small quiet" aria-label={t('sharing.changeOf', { name })} onPress={onGrant}>
              {t('sharing.change')}
            </Button>
            <Button className="button small quiet" aria-label={t('sharing.removeOf', { name })} onPress={onRemove}>
              {t('sharing.remove')}
            </Button>
          </>
        )}
      </div>
      {isPending && code !== null && (
        <div className="member-asks">
          <ComparisonDigits code={code} />
          <p>{t('sharing.compare', { name })}</p>
          <Button className="button primary small" aria-label={t('sharing.approveOf', { name })} onPress={onApprove}>
            {t('sharing.approve')}
          </Button>
        </div>
      )}
    </li>
  );
}
