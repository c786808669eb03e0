import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Client, StrategyMethods } from '../../../shared/contract/methods.ts';
import type { MemberEntry } from '../../../shared/contract/sharing.ts';
import type { Grant } from '../../../shared/domain/membership.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ErrorText } from '../../ui/error-text.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { GrantFields, lacksSections, withOwnSections } from './grant-fields.tsx';
import type { Invited } from './invitation-view.tsx';
import { useAttempt } from './use-attempt.ts';

const HOURS = ['1', '8', '24'] as const;

export interface InviteFormProps {
  /** Who is invited once more; null for somebody new. */
  readonly again: MemberEntry | null;
  readonly onInvited: (invited: Invited) => void;
  readonly onBack: () => void;
}

/** Who is invited, to do what, and for how long the invitation is good. */
export function InviteForm({ again, onInvited, onBack }: InviteFormProps): React.ReactNode {
  const { t } = useTranslation();
  const { client } = useWorkbench().connection;
  const [name, setName] = useState(again?.name ?? '');
  const [grant, setGrant] = useState<Grant>({
    role: again?.role ?? 'contributor',
    sections: again?.sections ?? [],
  });
  const [hours, setHours] = useState<(typeof HOURS)[number]>('24');
  const [isLacking, setLacking] = useState(false);
  const { error, isRunning, attempt } = useAttempt();

  const invite = (): void => {
    setLacking(lacksSections(grant));
    if (lacksSections(grant) || isRunning) return;
    void attempt(async () => {
      const order = { name: name.trim(), ...withOwnSections(grant), isPreApproved: false, hours: Number(hours) };
      const { invitation, expires } = await client.invite(order);
      onInvited({ name: order.name, invitation, expires });
      if (again) await endInvitation(client, again.member);
    });
  };

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        invite();
      }}
    >
      <div className="dialog-body">
        <h3>{t('sharing.inviteTitle')}</h3>
        <FormField
          label={t('sharing.name')}
          hint={t('sharing.nameHint')}
          missing={t('sharing.nameNeeded')}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
        />
        <GrantFields grant={grant} onChange={setGrant} />
        <div className="sharing-hours">
          <span className="field-label">{t('sharing.hours')}</span>
          <Segmented
            label={t('sharing.hours')}
            value={hours}
            options={HOURS.map((id) => ({ id, label: t('sharing.hoursChoice', { count: Number(id) }) }))}
            onChange={setHours}
          />
        </div>
        <ErrorText text={isLacking && lacksSections(grant) ? t('sharing.sectionsNeeded') : error} />
      </div>
      <DialogFoot submit={t('sharing.makeInvitation')} onCancel={onBack} />
    </Form>
  );
}

/** Ends an invitation that another one takes the place of, unless somebody has come with it meanwhile. */
async function endInvitation(client: Client<StrategyMethods>, member: string): Promise<void> {
  const isWaiting = (await client.members({})).some((entry) => entry.member === member && entry.state === 'invited');
  if (isWaiting) await client.revoke({ member });
}
