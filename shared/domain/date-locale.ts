/**
 * The language to write dates in, for a language of text (both BCP 47). English of no region would be
 * taken for American, which puts the month before the day.
 */
export function dateLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
