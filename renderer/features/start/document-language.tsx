import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

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
    <Select className="field document-language" value={value} onChange={(key) => onChange(String(key))}>
      <Label className="field-label">{t('newStrategy.language')}</Label>
      <Button className="select-field">
        <SelectValue />
        <ChevronDown aria-hidden />
      </Button>
      <Text slot="description" className="field-hint">
        {t('newStrategy.languageHint')}
      </Text>
      <Popover className="popover">
        <ListBox className="menu">
          {DOCUMENT_LANGUAGES.map((language) => (
            <ListBoxItem
              key={language}
              id={language}
              textValue={t(`documentLanguage.${language}`)}
              className="menu-item list-item"
            >
              {t(`documentLanguage.${language}`)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
