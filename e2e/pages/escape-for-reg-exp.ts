/** Makes a pattern of a text, in which nothing stands for anything else. */
export function escapeForRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
