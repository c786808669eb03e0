import i18next from 'i18next';

/** Whether keys are named and used as on macOS. */
export const isMac = /mac/i.test(navigator.platform);

/** Whether the key that goes with commands on this system is down. */
export function hasCommandKey(event: { readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean {
  return isMac ? event.metaKey : event.ctrlKey;
}

/** A combination with the command key, as people read it. */
export function commandKeys(
  key: string,
  { shift = false, alt = false }: { readonly shift?: boolean; readonly alt?: boolean } = {},
): string {
  const parts = [i18next.t(isMac ? 'shortcuts.keys.cmd' : 'shortcuts.keys.ctrl')];
  if (shift) parts.push(i18next.t('shortcuts.keys.shift'));
  if (alt) parts.push(i18next.t('shortcuts.keys.alt'));
  return [...parts, key].join(' ');
}
