import type { KeyboardEvent, Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';
import { hasCommandKey } from './keys.ts';

export interface FormFieldProps extends Omit<TextFieldProps, 'children' | 'className'> {
  readonly ref?: Ref<HTMLDivElement>;
  readonly label: string;
  readonly hint?: string;
  /** Said when it is required and empty. */
  readonly missing?: string;
  /** More than one makes it a field for longer text. */
  readonly rows?: number;
}

/** A labelled field of a form. */
export function FormField({ label, hint, missing, rows = 1, ...props }: FormFieldProps): React.ReactNode {
  return (
    <TextField
      {...props}
      className="field"
      {...(missing !== undefined && {
        isRequired: true,
        validate: (value: string) => (value.trim() === '' ? missing : null),
      })}
    >
      <Label>{label}</Label>
      {rows > 1 ? <TextArea rows={rows} onKeyDown={submitOnCommandEnter} /> : <Input />}
      {(hint ?? missing) !== undefined && (
        <div className="field-below">
          {hint !== undefined && (
            <Text slot="description" className="field-hint">
              {hint}
            </Text>
          )}
          <FieldError className="field-error">{missing}</FieldError>
        </div>
      )}
    </TextField>
  );
}

/** Enter alone is a new line there. */
function submitOnCommandEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !hasCommandKey(event)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
