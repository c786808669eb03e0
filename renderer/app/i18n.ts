import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { dateLocale } from '../../shared/domain/date-locale.ts';
import en from '../../resources/locales/en.json';
import { pseudoLocalise } from './pseudo-locale.ts';

/** Languages of the interface; the last is made from English to show what would break in others. */
export const LANGUAGES = ['en', 'ar-XB'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What there is to choose from: the made-up language only where it is in use. */
export function languagesToChoose(current: Language): readonly Language[] {
  return LANGUAGES.filter((language) => language !== 'ar-XB' || current === 'ar-XB');
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
}

/** Loads the catalogues. They are part of the page, so this is done when it returns. */
export function startTranslation(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, 'ar-XB': { translation: pseudoLocalise(en) } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    initAsync: false,
  });
  i18next.services.formatter?.addCached('datetime', (spoken, options) => {
    const format = new Intl.DateTimeFormat(dateLocale(spoken ?? language), options as Intl.DateTimeFormatOptions);
    return (when: Date) => format.format(when);
  });
}
