/** Ids of the regions that one works in. */
export const REGIONS = {
  outline: 'region-outline',
  text: 'region-text',
  panel: 'region-panel',
  matrix: 'region-matrix',
} as const;

/** What F6 stops at, in its order: from the matrix too there is somewhere to go. */
const STOPS = ['region-top-bar', ...Object.values(REGIONS)] as const;
export const TOP_BAR: string = STOPS[0];

/** What takes the focus in a region where nothing has had it yet; the first that is there. */
const ENTRANCES: Readonly<Record<string, readonly string[]>> = {
  [TOP_BAR]: ['[aria-current="page"]', 'button'],
  [REGIONS.outline]: ['[role="row"][aria-selected="true"]'],
  [REGIONS.text]: ['[contenteditable="true"]'],
  [REGIONS.panel]: ['.principle-trigger[aria-expanded="true"]', '[role="tab"][aria-selected="true"]'],
  [REGIONS.matrix]: ['.matrix-table [tabindex="0"]'],
};

const lastFocused = new Map<string, HTMLElement>();

/** Remembers where the focus was, so that one comes back to the same place. */
export function rememberFocus(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  const region = regionOf(target);
  if (region) lastFocused.set(region.id, target);
}

/** Moves the focus to the next region, or the one before. */
export function focusNextRegion(step: 1 | -1): void {
  const regions = STOPS.flatMap((id) => {
    const region = document.getElementById(id);
    return region?.checkVisibility() === true ? [region] : [];
  });
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const start = here === -1 && step === -1 ? 0 : here;
  const next = regions[(start + step + regions.length) % regions.length];
  if (next) enter(next);
}

/** Keeps the focus in a region when what had it has gone, such as the button that one has just pressed. */
export function keepFocusIn(id: string): void {
  setTimeout(() => {
    const region = document.getElementById(id);
    if (region && (document.activeElement === document.body || document.activeElement === null)) enter(region);
  }, 50);
}

/** Whether somebody is writing in the text. */
export function isCaretInText(): boolean {
  return document.activeElement instanceof HTMLElement && document.activeElement.isContentEditable;
}

function enter(region: HTMLElement): void {
  const last = lastFocused.get(region.id);
  const entrances = (ENTRANCES[region.id] ?? []).flatMap(
    (selector) => region.querySelector<HTMLElement>(selector) ?? [],
  );
  // A region that was entered before anything was there to enter has itself had the focus; that is no place.
  const isPlace = last?.checkVisibility() === true && last !== region && region.contains(last);
  const target = isPlace ? last : entrances.find((entrance) => entrance.checkVisibility());
  (target ?? region).focus();
}

/** The region that an element is in. */
export function regionOf(element: Element): Element | null {
  return element.closest(
    Object.values(REGIONS)
      .map((id) => `#${id}`)
      .join(','),
  );
}
