import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { FailureError } from '../../shared/contract/failure.ts';
import type { ApplicationMethods, Client } from '../../shared/contract/methods.ts';
import type { Application } from '../application/application.ts';
import { createJoiningHandlers } from './sharing-handlers.ts';
import { createSpellingHandlers } from './spelling-handlers.ts';

/** What can give out addresses of this process. */
interface Addresses {
  oneTimeAddress(strategy: string | null): string;
}

/** What can be asked of the process as a whole. */
export function createApplicationHandlers(
  application: Application,
  addresses: Addresses,
  opened: string | null,
): Client<ApplicationMethods> {
  const { profile } = application;
  return {
    session: async () => ({
      person: profile.person,
      device: profile.device,
      frameworks: [...application.frameworks],
      templates: [...application.templates],
      opened,
      folder: application.folder,
      preferences: profile.settings.preferences,
      backups: { ...profile.settings.backups, usualFolder: application.usualBackupFolder },
    }),
    setPreferences: async (changed) => {
      profile.update(({ preferences }) => ({ preferences: { ...preferences, ...changed } }));
      return {};
    },
    setBackups: async ({ isOn, folder }) => {
      const chosen = folder === null ? null : asTyped(folder, homedir());
      // A folder is made; one whose own folder is not there was mistyped.
      if (chosen !== null && !isFolder(chosen) && !isFolder(dirname(chosen)))
        throw new FailureError('folder-missing', { folder: dirname(chosen) });
      profile.update(() => ({ backups: { isOn, folder: chosen } }));
      return {};
    },
    houseStyle: async () => ({ name: application.houseStyle.name }),
    setHouseStyle: async ({ name, data }) => {
      application.houseStyle.take(name, Buffer.from(data, 'base64'));
      return {};
    },
    removeHouseStyle: async () => {
      application.houseStyle.remove();
      return {};
    },
    ...createSpellingHandlers(application.spelling),
    ...createJoiningHandlers(application.joinings),
    setPerson: async (person) => {
      profile.update(() => ({ person }));
      return person;
    },
    strategies: async () => application.recent(),
    create: async (strategy) => application.remember(application.createInFolder(strategy)),
    open: async ({ file }) => application.remember(application.open(asTyped(file, application.folder))),
    recover: async ({ file }) => application.recover(asTyped(file, application.folder)),
    forget: async ({ id }) => {
      application.forget(id);
      return {};
    },
    address: async ({ strategy }) => ({ url: addresses.oneTimeAddress(strategy) }),
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A path as a person types it: `~` is their home, and what is not absolute is in the usual folder. */
function asTyped(file: string, folder: string): string {
  const path = file.trim().replace(/^~(?=$|[/\\])/, homedir());
  return isAbsolute(path) ? path : join(folder, path);
}
