import { dateLocale } from '../../../shared/domain/date-locale.ts';

/** What a language (BCP 47) is called in another one, such as “British English”. */
export function languageName(language: string, spoken: string): string {
  return new Intl.DisplayNames([dateLocale(spoken)], { type: 'language' }).of(language) ?? language;
}
