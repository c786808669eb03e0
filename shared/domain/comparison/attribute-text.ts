/** The value of an attribute as text; empty where there is none. */
export function attributeText(attrs: Readonly<Record<string, unknown>> | undefined, name: string): string {
  const value = attrs?.[name] ?? '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
