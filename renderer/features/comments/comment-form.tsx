import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/form-field.tsx';

export interface CommentFormProps {
  readonly label: string;
  /** On the button. */
  readonly send: string;
  /** @returns Whether it is written; what was typed stays where it is not. */
  readonly onSend: (text: string) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** A field for what somebody has to say, which has the focus as soon as it is there. */
export function CommentForm({ label, send, onSend, onCancel }: CommentFormProps): React.ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isSending, setSending] = useState(false);
  const submit = async (): Promise<void> => {
    if (isSending) return;
    setSending(true);
    const isWritten = await onSend(text.trim());
    if (!isWritten) setSending(false);
  };
  return (
    <Form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FormField
        label={label}
        value={text}
        onChange={setText}
        rows={3}
        maxLength={5000}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          else event.continuePropagation();
        }}
        missing={t('comments.missing')}
      />
      <div className="comment-actions">
        <Button type="submit" className="button primary" isDisabled={isSending}>
          {send}
        </Button>
        <Button className="button" onPress={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </Form>
  );
}
