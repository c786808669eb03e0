import { preferences, setPreference } from '../../app/preferences.ts';
import { windowState } from '../../app/window-state.ts';
import { isNarrow } from './use-is-narrow.ts';

/** Shows or hides the panel, beside the text or over it. */
export function showPanel(isShown: boolean): void {
  if (isNarrow()) windowState.setState({ isPanelOver: isShown });
  else if (preferences.getState().isPanelOpen !== isShown) setPreference('isPanelOpen', isShown);
}
