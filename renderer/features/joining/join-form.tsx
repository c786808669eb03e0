import { Button, FileTrigger, Form } from 'react-aria-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureError } from '../../../shared/contract/failure.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ErrorText } from '../../ui/error-text.tsx';
import { FormField } from '../../ui/form-field.tsx';

/** In bytes; an invitation is much smaller. */
const LARGEST_FILE = 64 * 1024;

export interface JoinFormProps {
  readonly invitation: string;
  readonly onChange: (invitation: string) => void;
  /** Why it could not be joined the last time. */
  readonly error: string | null;
  readonly onJoin: () => void;
  readonly onClose: () => void;
}

/** Takes the invitation, pasted or from a file. */
export function JoinForm({ invitation, onChange, error, onJoin, onClose }: JoinFormProps): React.ReactNode {
  const { t } = useTranslation();
  const [unread, setUnread] = useState<string | null>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setUnread(null);
    if (file.size > LARGEST_FILE) setUnread(failureSentence(t, new FailureError('invitation-form')));
    else onChange((await file.text()).trim());
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        onJoin();
      }}
    >
      <div className="dialog-body">
        <p>{t('joining.what')}</p>
        <FormField
          label={t('joining.invitation')}
          hint={t('joining.invitationHint')}
          missing={t('joining.invitationNeeded')}
          value={invitation}
          onChange={onChange}
          rows={5}
          spellCheck="false"
          autoFocus
        />
        <FileTrigger acceptedFileTypes={['.txt', 'text/plain']} onSelect={(files) => void read(files?.[0])}>
          <Button className="button browse">{t('joining.fromFile')}</Button>
        </FileTrigger>
        <ErrorText text={unread ?? error} />
      </div>
      <DialogFoot submit={t('joining.join')} onCancel={onClose} />
    </Form>
  );
}
