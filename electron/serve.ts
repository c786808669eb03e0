import { spawn } from 'node:child_process';
import { Application, type OpenStrategy } from './application/application.ts';
import { OpenFiles } from './application/open-files.ts';
import { LoopbackServer } from './loopback/loopback-server.ts';
import { Profile } from './profile/profile.ts';

export interface ServeOptions {
  /** The strategy to open; without one the person chooses, and on first run finds the sample. */
  readonly file: string | null;
  /** 0 for any free port. */
  readonly port: number;
}

export interface Served {
  readonly url: string;
  readonly server: LoopbackServer;
  close(): Promise<void>;
}

/** Runs the workspace process for a window or a browser tab. Composition root of both. */
export async function serve({ file, port }: ServeOptions): Promise<Served> {
  const profile = Profile.load();
  const openFiles = new OpenFiles(profile.folder);
  const application = new Application({ profile, offThread: true });
  const first = await openFirst(application, file);
  const server = await LoopbackServer.listen({ application, opened: first?.id ?? null, port });
  const token = server.sessions.issueToken();
  application.onOpen(({ id, workspace }) => {
    openFiles.note(workspace.file.path, { url: server.origin, token, strategy: id });
  });
  return {
    url: server.oneTimeAddress(),
    server,
    close: async () => {
      await server.close();
      for (const path of application.paths()) openFiles.forget(path);
      await application.close();
    },
  };
}

async function openFirst(application: Application, file: string | null): Promise<OpenStrategy | null> {
  if (file !== null) {
    const open = application.open(file);
    await application.remember(open);
    return open;
  }
  if (application.profile.settings.sampleMade) return null;
  const sample = application.createSample();
  await application.remember(sample);
  application.profile.update({ sampleMade: true });
  return sample;
}

/** Opens the default browser, if there is one; it is no failure when there is not. */
export function openBrowser(url: string): void {
  const [command, ...args]: [string, ...string[]] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
