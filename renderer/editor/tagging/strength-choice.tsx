import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { STRENGTHS, type Strength } from '../../../shared/document/tags.ts';

export interface StrengthChoiceProps {
  readonly value: Strength;
  readonly isDisabled?: boolean;
  readonly onChange: (strength: Strength) => void;
}

/** Full, partial or a mention. */
export function StrengthChoice({ value, isDisabled = false, onChange }: StrengthChoiceProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    <ToggleButtonGroup
      className="strength-choice"
      aria-label={t('editor.strength')}
      isDisabled={isDisabled}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const next = STRENGTHS.find((strength) => keys.has(strength));
        if (next) onChange(next);
      }}
    >
      {STRENGTHS.map((strength) => (
        <ToggleButton key={strength} id={strength} className="strength-option">
          <span className="tag-chip" data-strength={strength} aria-hidden="true" />
          {t(`editor.strengths.${strength}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
