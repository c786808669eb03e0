import { z } from 'zod';
import { createStore } from 'zustand';
import { isLanguage, LANGUAGES } from './i18n.ts';

export const THEMES = ['system', 'light', 'dark'] as const;

export const ZOOM_STEPS = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** The next larger or smaller size of the page; undefined when there is none. */
export function zoomBeside(zoom: number, direction: 'larger' | 'smaller'): number | undefined {
  return direction === 'larger' ? ZOOM_STEPS.find((step) => step > zoom) : ZOOM_STEPS.findLast((step) => step < zoom);
}

/** Makes the page a step larger or smaller, where there is one. */
export function changeZoom(direction: 'larger' | 'smaller'): void {
  const zoom = zoomBeside(preferences.getState().zoom, direction);
  if (zoom !== undefined) setPreference('zoom', zoom);
}

export const OUTLINE_WIDTH = { min: 200, max: 480, usual: 288 } as const;
export const PANEL_WIDTH = { min: 280, max: 560, usual: 344 } as const;

const preferencesSchema = z.object({
  theme: z.enum(THEMES).catch('system'),
  language: z.enum(LANGUAGES).catch('en'),
  /** Of the page, in per cent. */
  zoom: z.number().min(80).max(200).catch(100),
  outlineWidth: z.number().min(OUTLINE_WIDTH.min).max(OUTLINE_WIDTH.max).catch(OUTLINE_WIDTH.usual),
  panelWidth: z.number().min(PANEL_WIDTH.min).max(PANEL_WIDTH.max).catch(PANEL_WIDTH.usual),
  isPanelOpen: z.boolean().catch(true),
  /** Whether words that no dictionary has are underlined. */
  isSpellingOn: z.boolean().catch(true),
});
/** How this person likes the window; never part of a strategy. */
export type Preferences = z.infer<typeof preferencesSchema>;

const KEY = 'valletta.preferences';

/** What the address asked for, which goes before what is remembered. */
let asked: Partial<Preferences> = {};

function readPreferences(): Preferences {
  let stored: unknown = {};
  try {
    stored = JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    // What cannot be read is replaced by what is usual.
  }
  const read = preferencesSchema.parse(typeof stored === 'object' && stored !== null ? stored : {});
  asked = takeAskedLanguage();
  return { ...read, ...asked };
}

/** The language that the address asks for, once: from then on it is a preference like any other. */
function takeAskedLanguage(): Partial<Preferences> {
  const address = new URL(location.href);
  const language = address.searchParams.get('lang');
  if (!isLanguage(language)) return {};
  address.searchParams.delete('lang');
  history.replaceState(history.state, '', address);
  return { language };
}

export const preferences = createStore<Preferences>()(() => readPreferences());
const keep = (state: Preferences): void => localStorage.setItem(KEY, JSON.stringify(state));
keep(preferences.getState());
preferences.subscribe(keep);

/** How long a preference may still change, as the width of a panel does, before it is handed on. */
const SETTLED = 300;

/**
 * Takes over what the profile remembers, and lets it remember what changes. The page's own storage
 * belongs to an address that is another one at every launch; it only saves reloads a flicker.
 */
export function followProfile(
  remembered: Readonly<Record<string, unknown>>,
  save: (changed: Partial<Preferences>) => void,
): void {
  if (Object.keys(remembered).length > 0) preferences.setState({ ...preferencesSchema.parse(remembered), ...asked });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changed: Partial<Preferences> = {};
  const saveChanged = (): void => {
    if (Object.keys(changed).length > 0) save(changed);
    changed = {};
  };
  // At once, and once more when a change that goes on has come to its end.
  const saveSoon = (change: Partial<Preferences>): void => {
    changed = { ...changed, ...change };
    if (timer === undefined) saveChanged();
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      saveChanged();
    }, SETTLED);
  };
  if (asked.language !== undefined) saveSoon(asked);
  preferences.subscribe((now, before) => saveSoon(differenceOf(now, before)));
}

/** What another window or process likes otherwise is none of this one's business. */
function differenceOf(now: Preferences, before: Preferences): Partial<Preferences> {
  const names = Object.keys(now) as (keyof Preferences)[];
  return Object.fromEntries(names.filter((name) => now[name] !== before[name]).map((name) => [name, now[name]]));
}

export function setPreference<K extends keyof Preferences>(name: K, value: Preferences[K]): void {
  preferences.setState({ [name]: value } as Pick<Preferences, K>);
}
