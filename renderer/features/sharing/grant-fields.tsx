import { useTranslation } from 'react-i18next';
import { ROLES, type Grant } from '../../../shared/domain/membership.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { titleOf } from '../outline/outline-commands.ts';
import { useStrategy } from '../workbench/workbench-context.ts';

export interface GrantFieldsProps {
  readonly grant: Grant;
  readonly onChange: (grant: Grant) => void;
  readonly autoFocus?: boolean;
}

/** What somebody may do, and for a contributor in which sections. */
export function GrantFields({ grant, onChange, autoFocus = false }: GrantFieldsProps): React.ReactNode {
  const { t } = useTranslation();
  const outline = useStrategy((state) => state.outline);
  const { role, sections } = grant;
  return (
    <>
      <ChoiceField
        label={t('sharing.role')}
        value={role}
        options={ROLES.map((id) => ({ id, label: t(`role.${id}`), hint: t(`sharing.roleHint.${id}`) }))}
        onChange={(chosen) => onChange({ ...grant, role: chosen })}
        isCompact
        autoFocus={autoFocus}
      />
      {role === 'contributor' && (
        <fieldset className="section-choice">
          <legend className="field-label">{t('sharing.sections')}</legend>
          {outline?.sections.map((section, index) => (
            <CheckField
              key={section.id}
              label={`${index + 1}. ${titleOf(section)}`}
              isSelected={sections.includes(section.id)}
              onChange={(isIn) =>
                onChange({
                  ...grant,
                  sections: isIn ? [...sections, section.id] : sections.filter((id) => id !== section.id),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

/** Whether a contributor has nothing to write in yet. */
export function lacksSections({ role, sections }: Grant): boolean {
  return role === 'contributor' && sections.length === 0;
}

/** The sections mean something for a contributor alone. */
export function withOwnSections({ role, sections }: Grant): {
  readonly role: Grant['role'];
  readonly sections: string[];
} {
  return { role, sections: role === 'contributor' ? [...sections] : [] };
}
