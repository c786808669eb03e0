import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.tsx';

/** Offered first; a document may be in any language. */
const DOCUMENT_LANGUAGES = ['en', 'fr', 'es', 'ar', 'ru', 'zh', 'pt'] as const;

export interface DocumentLanguageProps {
  readonly value: string;
  readonly onChange: (locale: string) => void;
}

/** Chooses the language in which a strategy is written. */
export function DocumentLanguage({ value, onChange }: DocumentLanguageProps): React.ReactNode {
  const { t } = useTranslation();
  return (
    <SelectField
      label={t('newStrategy.language')}
      hint={t('newStrategy.languageHint')}
      value={value}
      options={DOCUMENT_LANGUAGES.map((id) => ({ id, label: t(`documentLanguage.${id}`) }))}
      onChange={onChange}
    />
  );
}
