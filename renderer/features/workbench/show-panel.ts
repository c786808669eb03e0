import { preferences, setPreference } from '../../app/preferences.ts';
import { windowState } from '../../app/window-state.ts';
import { keepFocusIn, REGIONS } from './regions.ts';
import { isNarrow } from './use-is-narrow.ts';

/** Shows or hides the panel, beside the text or over it. */
export function showPanel(isShown: boolean): void {
  if (isNarrow()) windowState.setState({ isPanelOver: isShown });
  else if (preferences.getState().isPanelOpen !== isShown) setPreference('isPanelOpen', isShown);
}

/** Lays the outline over the text of a small window, or takes it away, with the focus in what is then on top. */
export function showOutline(isShown: boolean): void {
  windowState.setState({ isOutlineOver: isShown });
  keepFocusIn(isShown ? REGIONS.outline : REGIONS.text);
}
