import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Application } from './application/application.ts';
import { Profile } from './profile/profile.ts';

/** A folder that goes when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'valletta-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An application with a profile of its own, closed when the test is over. */
export function temporaryApplication(folder = temporaryFolder()): { application: Application; folder: string } {
  const application = new Application({ profile: Profile.load(join(folder, 'profile')), offThread: false });
  onTestFinished(() => application.close());
  return { application, folder };
}
