import { dateLocale } from '../../../shared/domain/date-locale.ts';

/** The day in words, or the text itself when it is no date. */
export function formatDay(iso: string, locale: Intl.Locale): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(dateLocale(locale.toString()), { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
