import { Label, Radio, RadioGroup } from 'react-aria-components';

export interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly label: string; readonly hint?: string }[];
  readonly onChange: (value: T) => void;
  readonly autoFocus?: boolean;
}

/** A choice of one from a few that each need a line of explanation. */
export function ChoiceField<T extends string>({
  label,
  value,
  options,
  onChange,
  autoFocus = false,
}: ChoiceFieldProps<T>): React.ReactNode {
  return (
    <RadioGroup
      className="template-choice choice-field"
      value={value}
      onChange={(id) => onChange(options.find((option) => option.id === id)?.id ?? value)}
    >
      <Label className="field-label">{label}</Label>
      {options.map(({ id, label: title, hint }) => (
        <Radio key={id} value={id} className="template-card" autoFocus={autoFocus && id === value}>
          <span className="template-mark" aria-hidden />
          <span className="template-title">{title}</span>
          {hint !== undefined && <span className="template-description">{hint}</span>}
        </Radio>
      ))}
    </RadioGroup>
  );
}
