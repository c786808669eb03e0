import { resolve } from 'node:path';
import { applicationClient } from '../../shared/contract/client.ts';
import type { Served } from '../serve.ts';

/** The strategy that a command line names, if it names one. */
export function strategyOf(args: readonly string[], folder: string): string | null {
  const file = args.findLast((arg) => /^[^-].*\.strategy$/i.test(arg));
  return file === undefined ? null : resolve(folder, file);
}

/** Opens a further file the way any client does, and gives a one-time address of it. */
export async function openStrategy({ server }: Served, file: string): Promise<string> {
  const client = applicationClient({ origin: server.origin, token: server.sessions.issueToken() });
  return server.oneTimeAddress((await client.open({ file })).id);
}
