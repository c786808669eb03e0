import { Button, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { languagesToChoose } from '../../app/i18n.ts';
import { preferences, setPreference } from '../../app/preferences.ts';
import { MenuChoice } from '../../ui/menu-choice.tsx';

/** The language of the application, where there is more than one; the document has its own. */
export function LanguageMenu(): React.ReactNode {
  const { t } = useTranslation();
  const language = useStore(preferences, (state) => state.language);
  const choices = languagesToChoose(language);
  if (choices.length === 1) return null;
  return (
    <MenuTrigger>
      <Button className="status-button" aria-label={t('language.menu', { language: t(`language.${language}`) })}>
        {t(`language.${language}`)}
      </Button>
      <Popover className="popover" placement="top end">
        <Menu
          className="menu"
          aria-label={t('settings.language')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[language]}
        >
          {choices.map((choice) => (
            <MenuChoice
              key={choice}
              id={choice}
              label={t(`language.${choice}`)}
              isOn={choice === language}
              onChoose={() => setPreference('language', choice)}
            />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
