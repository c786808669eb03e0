import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { applicationClient } from '../../shared/contract/client.ts';
import type { ApplicationMethods, Client } from '../../shared/contract/methods.ts';
import { Application } from '../application/application.ts';
import { Profile } from '../profile/profile.ts';
import { temporaryFolder } from '../strategy.test-support.ts';
import { StandInElectron } from './electron.test-support.ts';
import type { StandInWindow } from './stand-in-window.test-support.ts';

/** Waits for a state, however long a busy machine takes to come to it. */
export function until<T>(state: () => T): Promise<T> {
  return vi.waitFor(state, { timeout: 20_000 });
}

/** A person's computer, on which the desktop application is started, again and again if need be. */
export class Desk {
  readonly folder = temporaryFolder();
  readonly home = join(this.folder, 'profile');

  constructor() {
    vi.stubEnv('VALLETTA_HOME', this.home);
    vi.stubEnv('VALLETTA_DOCUMENTS', join(this.folder, 'documents'));
    onTestFinished(() => void vi.unstubAllEnvs());
    Profile.load(this.home).update(() => ({
      sampleMade: true,
      person: { name: 'Legal adviser', organisation: 'Ministry of Justice' },
    }));
  }

  /** Makes a strategy file. @returns Its path. */
  async strategy(title: string): Promise<string> {
    const application = new Application({ profile: Profile.load(this.home), offThread: false });
    const { workspace } = application.create(join(this.folder, `${title}.strategy`), { title, template: 'national' });
    await application.close();
    return workspace.file.path;
  }

  /** Starts the real `electron/main.ts` on a stand-in. @param args What stands behind the program's name. */
  async start(args: readonly string[] = [], prepare: (electron: StandInElectron) => void = () => {}): Promise<Desktop> {
    const desktop = await this.launch(args, prepare);
    desktop.electron.app.becomeReady();
    await until(() => expect(desktop.windows[0]?.webContents.arrival).toBeTruthy());
    return desktop;
  }

  /** The same, before Electron is ready. */
  async launch(
    args: readonly string[] = [],
    prepare: (electron: StandInElectron) => void = () => {},
  ): Promise<Desktop> {
    const electron = new StandInElectron();
    prepare(electron);
    vi.resetModules();
    vi.doMock('electron', () => electron.module);
    const { argv } = process;
    process.argv = ['valletta-workbench', ...args];
    try {
      await import('../main.ts');
    } finally {
      process.argv = argv;
    }
    const desktop = new Desktop(electron);
    onTestFinished(() => desktop.stop());
    return desktop;
  }
}

export class Desktop {
  readonly electron: StandInElectron;

  constructor(electron: StandInElectron) {
    this.electron = electron;
  }

  get windows(): StandInWindow[] {
    return this.electron.windows;
  }

  /** The process, as the page of a window reaches it. */
  client(window = this.windows[0]!): Client<ApplicationMethods> {
    const { token } = window.webContents;
    return applicationClient({ origin: new URL(window.webContents.getURL()).origin, token: token ?? '' });
  }

  /** Waits until there are so many windows, each with its page. */
  async showsWindows(count: number): Promise<StandInWindow[]> {
    await until(() => {
      expect(this.windows.map(({ webContents }) => webContents.arrival?.ok)).toEqual(Array(count).fill(true));
    });
    return this.windows;
  }

  async hasQuit(): Promise<void> {
    await until(() => expect(this.electron.app.hasQuit).toBe(true));
  }

  async stop(): Promise<void> {
    for (const { webContents } of this.windows) Object.assign(webContents, { atFlush: 'saved', holdsUnsaved: false });
    if (this.electron.app.hasQuit || this.windows.length === 0) return;
    this.electron.app.quit();
    await this.hasQuit();
  }
}
