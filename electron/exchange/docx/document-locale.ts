import { dateLocale } from '../../../shared/domain/date-locale.ts';

/** The language of the document; English where the tag is none. */
export function documentLocale(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag);
  } catch {
    return new Intl.Locale('en');
  }
}

/** The day in words, or the text itself when it is no date. */
export function formatDay(iso: string, locale: Intl.Locale): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(dateLocale(locale.toString()), { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
