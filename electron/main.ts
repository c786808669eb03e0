import { app } from 'electron';
import { join } from 'node:path';
import { profileFolder } from './profile/profile-folder.ts';
import { runShell } from './shell/run-shell.ts';

// Every page in a sandbox, whatever a window says.
app.enableSandbox();
// Chromium's own files, apart from the person's; the lock below lies among them, so that it is one for each profile.
app.setPath('userData', join(profileFolder(), 'window'));
// By which Windows knows the application in its taskbar; `electron-builder.yml` has the same.
if (process.platform === 'win32') app.setAppUserModelId('org.valletta-workbench.app');
// One process has the files; whoever starts another one is shown the first.
if (app.requestSingleInstanceLock()) runShell();
else app.quit();
