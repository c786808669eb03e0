import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { putDecision } from '../../../shared/document/outline.ts';
import { findPrinciple } from '../../../shared/domain/framework.ts';
import { changeOutline } from '../../app/changes.ts';
import { useSession } from '../../app/application-session.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';

export interface SetAsideDialogProps {
  readonly framework: string;
  readonly number: number;
  readonly onClose: () => void;
}

/** Sets a principle aside, which takes a reason. */
export function SetAsideDialog({ framework, number, onClose }: SetAsideDialogProps): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const { person } = useSession();
  const found = useStrategy((state) => state.frameworks.find(({ id }) => id === framework));
  const title = (found && findPrinciple(found, number)?.title) ?? '';
  const [reason, setReason] = useState('');

  const decide = (): void => {
    const decision = {
      framework,
      principle: number,
      reason: reason.trim(),
      by: person?.name ?? '',
      at: new Date().toISOString(),
    };
    if (changeOutline(workbench, (doc) => putDecision(doc, decision))) onClose();
  };

  return (
    <DialogFrame title={t('setAside.heading', { number })} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          decide();
        }}
      >
        <div className="dialog-body">
          <p className="muted">{t('setAside.why', { title })}</p>
          <FormField
            label={t('setAside.reason')}
            missing={t('setAside.reasonNeeded')}
            value={reason}
            onChange={setReason}
            rows={4}
            autoFocus
          />
        </div>
        <DialogFoot submit={t('setAside.confirm')} onCancel={onClose} />
      </Form>
    </DialogFrame>
  );
}
