/** A name of any script among words of another, for both to be read in their own direction. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
