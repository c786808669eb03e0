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
  readonly application: Application;
  close(): Promise<void>;
}

/** Runs the workspace process for a window or a browser tab. Composition root of both. */
export async function serve({ file, port }: ServeOptions): Promise<Served> {
  const profile = Profile.load();
  const openFiles = new OpenFiles(profile.folder);
  const application = new Application({ profile, offThread: true, keepsInStep: true, keepsBackups: true });
  const server = await listen(application, file, port).catch(async (error: unknown) => {
    // What it has opened is not left locked for whoever tries again.
    await application.close().catch(() => {});
    throw error;
  });
  const token = server.sessions.issueToken();
  application.onOpen(({ id, workspace }) => {
    openFiles.note(workspace.file.path, { url: server.origin, token, strategy: id });
  });
  return {
    url: server.oneTimeAddress(),
    server,
    application,
    close: async () => {
      await server.close();
      for (const path of application.paths()) openFiles.forget(path);
      await application.close();
    },
  };
}

async function listen(application: Application, file: string | null, port: number): Promise<LoopbackServer> {
  const first = await openFirst(application, file);
  return LoopbackServer.listen({ application, opened: first?.id ?? null, port });
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
  try {
    application.profile.update(() => ({ sampleMade: true }));
  } catch {
    // A full disk, as a rule: then it is made again, beside this one.
  }
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
