import { useEffect, useRef } from 'react';
import type { StartCommand } from '../../../shared/contract/desktop.ts';
import { changeZoom, setPreference } from '../../app/preferences.ts';
import { openDialog } from '../../app/window-state.ts';
import { desktop } from '../../bridge/desktop.ts';
import { useCommands } from '../palette/palette-entries.ts';
import { runMenuCommand, type Runnable } from './run-menu-command.ts';
import { reportQuietly } from './use-desktop-window.ts';

/** Lets the menus of the desktop's window do what the palette does. */
export function StrategyMenuCommands(): React.ReactNode {
  useMenus(useCommands(), true);
  return null;
}

const START_COMMANDS: Readonly<Record<StartCommand, () => void>> = {
  'new-strategy': () => openDialog({ kind: 'new-strategy' }),
  'zoom-in': () => changeZoom('larger'),
  'zoom-out': () => changeZoom('smaller'),
  'zoom-reset': () => setPreference('zoom', 100),
  light: () => setPreference('theme', 'light'),
  dark: () => setPreference('theme', 'dark'),
  system: () => setPreference('theme', 'system'),
  person: () => openDialog({ kind: 'person' }),
  backups: () => openDialog({ kind: 'backups' }),
  join: () => openDialog({ kind: 'join' }),
  shortcuts: () => openDialog({ kind: 'shortcuts' }),
};
const START_ENTRIES = Object.entries(START_COMMANDS).map(([id, run]) => ({ id, run }));

/** The same where no strategy is shown. */
export function StartMenuCommands(): React.ReactNode {
  useMenus(START_ENTRIES, false);
  return null;
}

function useMenus(entries: readonly Runnable[], isStrategy: boolean): void {
  const latest = useRef(entries);
  useEffect(() => {
    latest.current = entries;
  });
  useEffect(() => {
    if (!desktop) return undefined;
    desktop.client.showing({ isStrategy }).catch(reportQuietly);
    return desktop.onEvent((event) => {
      if (event.type === 'command') runMenuCommand(event.command, latest.current);
    });
  }, [isStrategy]);
}
