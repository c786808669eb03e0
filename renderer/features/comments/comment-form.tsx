import { useEffect, useRef, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcer.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { nameBegun, type BegunName } from './mentions.ts';
import { NameList } from './name-list.tsx';
import { useNames } from './use-names.ts';
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
  const field = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const offeredCount = useRef(0);
  const names = useNames();
  /** What is written of a name so far; null when none is being written. */
  const [begun, setBegun] = useState<BegunName | null>(null);
  const submit = async (): Promise<void> => {
    setSending(true);
    const isWritten = await onSend(unsent.text.trim(), unsent.message);
    if (isWritten) forgetUnsent(thread);
    else setSending(false);
  };
  const change = (text: string): void => {
    setUnsent({ ...unsent, text });
    keepUnsent(thread, { ...unsent, text });
    setBegun(nameBegun(text, textAreaIn(field.current)?.selectionStart ?? text.length));
  };
  const offered = begun === null ? [] : namesLike(names, begun.text);
  const isOffering = offered.length > 0;
  useEffect(() => {
    if (isOffering) announce(t('comments.namesOffered', { count: offeredCount.current }));
  }, [isOffering, t]);
  offeredCount.current = offered.length;
  const complete = (name: string): void => {
    if (!begun) return;
    const end = begun.at + name.length + 1;
    change(`${unsent.text.slice(0, begun.at)}${name} ${unsent.text.slice(begun.at + begun.text.length)}`);
    setBegun(null);
    const area = textAreaIn(field.current);
    area?.focus();
    requestAnimationFrame(() => area?.setSelectionRange(end, end));
  };
  const cancel = (): void => {
    forgetUnsent(thread);
    onCancel();
  };
  const onSubmit = useSubmit(submit);
  return (
    <Form className="comment-form" onSubmit={onSubmit}>
      <FormField
        ref={field}
        label={label}
        value={unsent.text}
        onChange={change}
        rows={3}
        maxLength={5000}
        autoFocus={wantsFocus}
        onKeyDown={(event) => {
          const offer = list.current?.querySelector<HTMLElement>('[role="option"]');
          if (event.key === 'ArrowDown' && offer) offer.focus();
          else if (event.key !== 'Escape') event.continuePropagation();
          // What has been typed stays, and is there when one comes back.
          else if (unsent.text.trim() === '') cancel();
          else onLeave();
        }}
        missing={t('comments.missing')}
      />
      {isOffering && (
        <NameList ref={list} names={offered} onChoose={complete} onLeave={() => textAreaIn(field.current)?.focus()} />
      )}
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

function textAreaIn(field: HTMLElement | null): HTMLTextAreaElement | null {
  return field?.querySelector('textarea') ?? null;
}

const MOST_OFFERED = 6;

/** Names of which a word begins so. */
function namesLike(names: readonly string[], begun: string): readonly string[] {
  const sought = begun.toLocaleLowerCase();
  const fits = (name: string): boolean => {
    const whole = name.toLocaleLowerCase();
    return whole.startsWith(sought) || whole.split(/\s+/).some((word) => word.startsWith(sought));
  };
  return names.filter(fits).slice(0, MOST_OFFERED);
}
