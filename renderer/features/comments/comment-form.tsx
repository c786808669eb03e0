import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/form-field.tsx';
import { keepUnsentWords, unsentWords } from './unsent-words.ts';

export interface CommentFormProps {
  readonly label: string;
  /** Tells apart what was typed and not sent. */
  readonly about: string;
  /** On the button. */
  readonly send: string;
  /** @returns Whether it is written; what was typed stays where it is not. */
  readonly onSend: (text: string) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** A field for what somebody has to say, which has the focus as soon as it is there. */
export function CommentForm({ label, about, send, onSend, onCancel }: CommentFormProps): React.ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(() => unsentWords(about));
  const [isSending, setSending] = useState(false);
  const submit = async (): Promise<void> => {
    if (isSending) return;
    setSending(true);
    const isWritten = await onSend(text.trim());
    if (isWritten) keepUnsentWords(about, '');
    else setSending(false);
  };
  const cancel = (): void => {
    keepUnsentWords(about, '');
    onCancel();
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
        onChange={(typed) => {
          setText(typed);
          keepUnsentWords(about, typed);
        }}
        rows={3}
        maxLength={5000}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Escape') cancel();
          else event.continuePropagation();
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
