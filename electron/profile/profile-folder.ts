import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the profile lives: where the platform keeps such things, or where `VALLETTA_HOME` says. */
export function profileFolder(): string {
  return process.env['VALLETTA_HOME'] ?? platformFolder();
}

/** Makes a profile's folder if it is not there, for its owner alone. @returns The folder. */
export function openProfileFolder(folder = profileFolder()): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function platformFolder(): string {
  const home = homedir();
  switch (process.platform) {
    case 'win32':
      return join(process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Valletta Workbench');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Valletta Workbench');
    default:
      return join(process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'valletta-workbench');
  }
}
