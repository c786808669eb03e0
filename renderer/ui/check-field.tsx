import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';

export interface CheckFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** Something that is so or not, with what it means below it. */
export function CheckField({ label, hint, ...props }: CheckFieldProps): React.ReactNode {
  return (
    <Checkbox {...props} className="checkbox">
      <span className="box">
        <Check aria-hidden />
      </span>
      {hint === undefined ? (
        label
      ) : (
        <span>
          <span className="field-label">{label}</span>
          <br />
          <span className="field-hint">{hint}</span>
        </span>
      )}
    </Checkbox>
  );
}
