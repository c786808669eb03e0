import { app, Menu } from 'electron';
import type { DesktopCommand } from '../../shared/contract/desktop.ts';
import type { Application } from '../application/application.ts';
import { explain } from './explain.ts';
import { menuTemplate, type MenuActions } from './menu-template.ts';
import type { Windows } from './windows.ts';

export interface ApplicationMenuOptions {
  readonly application: Application;
  readonly windows: Windows;
  readonly open: () => void;
  readonly openRecent: (file: string) => void;
}

/** The menu bar, kept as the windows and the recent strategies are. */
export class ApplicationMenu {
  readonly #application: Application;
  readonly #windows: Windows;
  readonly #actions: MenuActions;
  /** Counts what was begun, because asking for the recent strategies takes a moment. */
  #turn = 0;

  constructor({ application, windows, open, openRecent }: ApplicationMenuOptions) {
    this.#application = application;
    this.#windows = windows;
    this.#actions = {
      ask: (command) => this.#ask(command),
      open,
      openRecent,
      forgetRecent: () => {
        try {
          application.forgetAll();
          app.clearRecentDocuments();
        } catch (error) {
          explain(error);
        }
      },
    };
    // The system's own list: the dock of macOS, the taskbar of Windows.
    for (const file of application.paths()) app.addRecentDocument(file);
    application.onRecent((file) => {
      if (file !== null) app.addRecentDocument(file);
      this.refresh();
    });
  }

  refresh(): void {
    const turn = ++this.#turn;
    this.#application.recent().then(
      (entries) => {
        if (turn !== this.#turn) return;
        const shown = this.#windows.front();
        const template = menuTemplate(
          {
            platform: process.platform,
            isPackaged: app.isPackaged,
            front: !shown ? 'none' : shown.isStrategy ? 'strategy' : 'start',
            recents: entries.filter(({ exists }) => exists),
          },
          this.#actions,
        );
        Menu.setApplicationMenu(Menu.buildFromTemplate(template));
      },
      (error: unknown) => console.error('The menu could not be made anew.', error),
    );
  }

  #ask(command: DesktopCommand): void {
    const shown = this.#windows.front() ?? this.#windows.show();
    shown.tell({ type: 'command', command });
  }
}
