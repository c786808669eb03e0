/** The language of a document; English where the tag is none, as one that another program wrote may be. */
export function documentLocale(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag);
  } catch {
    return new Intl.Locale('en');
  }
}
