import i18next from 'i18next';
import type { StoreApi } from 'zustand';
import { directionOf } from './i18n.ts';
import type { Preferences } from './preferences.ts';

/** Lets the document follow the preferences: theme, language and direction, size of the page. */
export function applyPreferences(store: StoreApi<Preferences>): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const apply = ({ theme, language, zoom }: Preferences): void => {
    root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    root.lang = language;
    root.dir = directionOf(language);
    root.style.setProperty('--page-zoom', String(zoom / 100));
    if (i18next.language !== language) void i18next.changeLanguage(language);
  };
  apply(store.getState());
  store.subscribe(apply);
  dark.addEventListener('change', () => apply(store.getState()));
}
