/**
 * What was typed into the fields for comments and is not sent, by what it is about: closing the panel or going to
 * another section takes nothing away.
 */
const words = new Map<string, string>();

export function unsentWords(about: string): string {
  return words.get(about) ?? '';
}

/** @param text Empty when nothing is to be kept any more. */
export function keepUnsentWords(about: string, text: string): void {
  if (text === '') words.delete(about);
  else words.set(about, text);
}
