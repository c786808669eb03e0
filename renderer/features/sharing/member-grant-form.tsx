import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { MemberEntry } from '../../../shared/contract/sharing.ts';
import type { Grant } from '../../../shared/domain/membership.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ErrorText } from '../../ui/error-text.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { GrantFields, lacksSections, withOwnSections } from './grant-fields.tsx';
import { useAttempt } from './use-attempt.ts';

export interface MemberGrantFormProps {
  readonly member: MemberEntry;
  readonly onDone: () => void;
}

/** Gives a member another role or other sections. */
export function MemberGrantForm({ member: entry, onDone }: MemberGrantFormProps): React.ReactNode {
  const { t } = useTranslation();
  const { client } = useWorkbench().connection;
  const { member, name } = entry;
  const [grant, setGrant] = useState<Grant>({ role: entry.role, sections: entry.sections });
  const [isLacking, setLacking] = useState(false);
  const { error, attempt } = useAttempt();
  const save = (): void => {
    setLacking(lacksSections(grant));
    if (lacksSections(grant)) return;
    void attempt(async () => {
      await client.grant({ member, ...withOwnSections(grant) });
      onDone();
    });
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="dialog-body">
        <h3>{t('sharing.changeTitle', { name })}</h3>
        <p className="muted">{t('sharing.changeWhat', { name })}</p>
        <GrantFields grant={grant} onChange={setGrant} autoFocus />
        <ErrorText text={isLacking && lacksSections(grant) ? t('sharing.sectionsNeeded') : error} />
      </div>
      <DialogFoot submit={t('action.save')} onCancel={onDone} />
    </Form>
  );
}
