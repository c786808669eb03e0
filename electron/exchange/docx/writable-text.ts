/** C0, DEL and C1 controls except tab and line feed, lone surrogates, and the two non-characters. */
const UNWRITABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Surrogate}\uFFFE\uFFFF]/gu;
const SUSPECT = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Removes what XML 1.0 cannot hold or a word processor refuses, and tells `onRemoved` how much that was. */
export function writableText(text: string, onRemoved: (count: number) => void = () => {}): string {
  if (!SUSPECT.test(text)) return text;
  let removed = 0;
  const clean = text.replace(/\r\n?/g, '\n').replace(UNWRITABLE, () => {
    removed++;
    return '';
  });
  onRemoved(removed);
  return clean;
}
