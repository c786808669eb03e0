import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/form-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { forgetUnsent, keepUnsent, unsentIn } from '../../app/unsent-words.ts';

export interface CommentFormProps {
  readonly label: string;
  readonly thread: string;
  /** Whether the field is to have the focus as soon as it is there. */
  readonly wantsFocus: boolean;
  /** On the button. */
  readonly send: string;
  /**
   * @param message Its id, the same however often it is tried.
   * @returns Whether it is written; what was typed stays where it is not.
   */
  readonly onSend: (text: string, message: string) => Promise<boolean>;
  readonly onCancel: () => void;
  /** Goes back to the text, with the form still there. */
  readonly onLeave: () => void;
}

/** A field for what somebody has to say. */
export function CommentForm({
  label,
  thread,
  wantsFocus,
  send,
  onSend,
  onCancel,
  onLeave,
}: CommentFormProps): React.ReactNode {
  const { t } = useTranslation();
  const [unsent, setUnsent] = useState(() => unsentIn(thread));
  const [isSending, setSending] = useState(false);
  const submit = async (): Promise<void> => {
    setSending(true);
    const isWritten = await onSend(unsent.text.trim(), unsent.message);
    if (isWritten) forgetUnsent(thread);
    else setSending(false);
  };
  const cancel = (): void => {
    forgetUnsent(thread);
    onCancel();
  };
  const onSubmit = useSubmit(submit);
  return (
    <Form className="comment-form" onSubmit={onSubmit}>
      <FormField
        label={label}
        value={unsent.text}
        onChange={(text) => {
          setUnsent({ ...unsent, text });
          keepUnsent(thread, { ...unsent, text });
        }}
        rows={3}
        maxLength={5000}
        autoFocus={wantsFocus}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') event.continuePropagation();
          // What has been typed stays, and is there when one comes back.
          else if (unsent.text.trim() === '') cancel();
          else onLeave();
        }}
        missing={t('comments.missing')}
      />
      <div className="comment-actions">
        <Button type="submit" className="button primary" isDisabled={isSending}>
          {send}
        </Button>
        <Button className="button" onPress={cancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </Form>
  );
}
