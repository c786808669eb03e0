/** Files of these kinds are texts for a program, which nobody wants to read as they are. */
const KINDS = [
  ['PDF', /^%PDF-/],
  ['RTF', /^\{\\rtf/],
  ['HTML', /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)\b/i],
] as const;

/**
 * The kind that a file is of, whatever its name says; null where it shows none of these.
 * @param head What it begins with.
 */
export function otherKindOf(head: string): (typeof KINDS)[number][0] | null {
  const text = head.trimStart();
  return KINDS.find(([, beginning]) => beginning.test(text))?.[0] ?? null;
}
