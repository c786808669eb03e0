import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useSession } from '../../app/application-session.ts';
import { preferences } from '../../app/preferences.ts';
import { openDialog } from '../../app/window-state.ts';
import { useStrategy } from '../workbench/workbench-context.ts';
import { languageName } from './language-name.ts';

/** Says when spelling is not checked although it should be; where it is, there is nothing to say. */
export function SpellingStatus(): React.ReactNode {
  const { t, i18n } = useTranslation();
  const { words } = useSession();
  const isOn = useStore(preferences, ({ isSpellingOn }) => isSpellingOn);
  const locale = useStrategy(({ outline }) => outline?.locale ?? 'en');
  const state = useStore(words.states, (states) => states.get(locale));
  if (!isOn || state === undefined || state.kind === 'checked') return null;
  return (
    <Button className="status-button" onPress={() => openDialog({ kind: 'spelling' })}>
      {state.kind === 'failed'
        ? t('spelling.failedShort')
        : t('spelling.noDictionaryShort', { language: languageName(locale, i18n.language) })}
    </Button>
  );
}
