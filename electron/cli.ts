import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { openProfileFolder } from './profile/profile-folder.ts';

// What has been compiled once is not compiled again, which is a third of the time of most commands. It is
// kept in the profile, where nobody else can put anything.
try {
  enableCompileCache(join(openProfileFolder(), 'compiled'));
} catch {
  // Whoever needs the profile says why it cannot be had.
}
// npm starts it in the checkout; a path is meant from where the person is.
if (process.env['npm_lifecycle_event'] === 'valletta' && process.env['INIT_CWD'])
  process.chdir(process.env['INIT_CWD']);
const { runCommandLine } = await import('./cli/run-command-line.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
