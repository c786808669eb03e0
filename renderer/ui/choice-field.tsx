import { Label, Radio, RadioGroup } from 'react-aria-components';
import './choice-field.css';

export interface Choice<T extends string> {
  readonly id: T;
  readonly label: string;
  /** Beside the label, small. */
  readonly aside?: string;
  readonly hint?: string;
}

export interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  /** Several in a row, where there is room. */
  readonly isCompact?: boolean;
  readonly autoFocus?: boolean;
}

/** A choice of one from a few that each need a line of explanation. */
export function ChoiceField<T extends string>({
  label,
  value,
  options,
  onChange,
  isCompact = false,
  autoFocus = false,
}: ChoiceFieldProps<T>): React.ReactNode {
  return (
    <RadioGroup
      className={isCompact ? 'choice-field is-compact' : 'choice-field'}
      value={value}
      onChange={(id) => onChange(options.find((option) => option.id === id)?.id ?? value)}
    >
      <Label className="field-label">{label}</Label>
      {options.map(({ id, label: title, aside, hint }) => (
        <Radio key={id} value={id} className="choice-card" autoFocus={autoFocus && id === value}>
          <span className="choice-mark" aria-hidden />
          <bdi className="choice-title">{title}</bdi>
          {aside !== undefined && <span className="choice-aside">{aside}</span>}
          {hint !== undefined && <bdi className="choice-hint">{hint}</bdi>}
        </Radio>
      ))}
    </RadioGroup>
  );
}
