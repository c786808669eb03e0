import { Archive, Keyboard as KeyboardIcon, Library, Settings, SpellCheck, UserRound } from 'lucide-react';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useSession } from '../../app/application-session.ts';
import { languagesToChoose } from '../../app/i18n.ts';
import { preferences, setPreference, THEMES } from '../../app/preferences.ts';
import { openDialog } from '../../app/window-state.ts';
import { MenuChoice } from '../../ui/menu-choice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { commandKeys } from '../../ui/keys.ts';

/** Who is writing, how the window looks and speaks, and help. */
export function SettingsMenu(): React.ReactNode {
  const { t } = useTranslation();
  const { person } = useSession();
  const theme = useStore(preferences, (state) => state.theme);
  const language = useStore(preferences, (state) => state.language);
  const languages = languagesToChoose(language);
  return (
    <MenuTrigger>
      <IconButton label={t('topBar.settings')} icon={Settings} />
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={t('topBar.settings')}>
          <MenuSection>
            <Header className="menu-header">
              {person ? [person.name, person.organisation].filter(Boolean).join(' · ') : t('settings.you')}
            </Header>
            <MenuItem className="menu-item" onAction={() => openDialog({ kind: 'person' })}>
              <UserRound aria-hidden />
              {t('person.edit')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => openDialog({ kind: 'backups' })}>
              <Archive aria-hidden />
              {t('backups.menu')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => openDialog({ kind: 'frameworks' })}>
              <Library aria-hidden />
              {t('frameworks.menu')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => openDialog({ kind: 'spelling' })}>
              <SpellCheck aria-hidden />
              {t('spelling.settings')}
            </MenuItem>
          </MenuSection>
          <Separator className="menu-separator" />
          <MenuSection selectionMode="single" disallowEmptySelection selectedKeys={[theme]} shouldCloseOnSelect={false}>
            <Header className="menu-header">{t('settings.theme')}</Header>
            {THEMES.map((choice) => (
              <MenuChoice
                key={choice}
                id={choice}
                label={t(`theme.${choice}`)}
                isOn={choice === theme}
                onChoose={() => setPreference('theme', choice)}
              />
            ))}
          </MenuSection>
          {languages.length > 1 && (
            <>
              <Separator className="menu-separator" />
              <MenuSection selectionMode="single" disallowEmptySelection selectedKeys={[language]}>
                <Header className="menu-header">{t('settings.language')}</Header>
                {languages.map((choice) => (
                  <MenuChoice
                    key={choice}
                    id={choice}
                    label={t(`language.${choice}`)}
                    isOn={choice === language}
                    onChoose={() => setPreference('language', choice)}
                  />
                ))}
              </MenuSection>
            </>
          )}
          <Separator className="menu-separator" />
          <MenuSection>
            <Header className="menu-header">{t('settings.help')}</Header>
            <MenuItem
              className="menu-item"
              onAction={() => openDialog({ kind: 'shortcuts' })}
              textValue={t('shortcuts.title')}
            >
              <KeyboardIcon aria-hidden />
              {t('shortcuts.title')}
              <kbd>{commandKeys('/')}</kbd>
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
