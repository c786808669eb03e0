import { app } from 'electron';
import { runShell } from './shell/run-shell.ts';

// Every page in a sandbox, whatever a window says.
app.enableSandbox();
// One process has the files; whoever starts another one is shown the first.
if (app.requestSingleInstanceLock()) runShell();
else app.quit();
