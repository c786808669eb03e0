import { resolve } from 'node:path';
import { applicationMethods } from '../../shared/contract/contract.ts';
import { FailureError, replySchema } from '../../shared/contract/failure.ts';
import type { Served } from '../serve.ts';

/** The strategy that a command line names, if it names one. */
export function strategyOf(args: readonly string[], folder: string): string | null {
  const file = args.findLast((arg) => /^[^-].*\.strategy$/i.test(arg));
  return file === undefined ? null : resolve(folder, file);
}

/** Opens a further file the way any client does, and gives a one-time address of it. */
export async function openStrategy({ server }: Served, file: string): Promise<string> {
  const response = await fetch(`${server.origin}/call/open`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${server.sessions.issueToken()}` },
    body: JSON.stringify({ file }),
  });
  const reply = replySchema.parse(await response.json());
  if (!reply.ok) throw new FailureError(reply.failure.type, reply.failure.values);
  return server.oneTimeAddress(applicationMethods.open.output.parse(reply.value).id);
}
