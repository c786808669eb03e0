import { z } from 'zod';
import { strategyMethods, type Client, type StrategyMethods } from '../../shared/contract/contract.ts';
import { FailureError, replySchema } from '../../shared/contract/failure.ts';
import type { Application } from '../application/application.ts';
import { OpenFiles, type OpenFileRecord } from '../application/open-files.ts';
import { parseInput } from '../loopback/call.ts';

/** Opens a strategy for a command; where another process has it open, the calls go through that one. */
export function accessStrategy(application: Application, file: string): Promise<Client<StrategyMethods>> {
  return locally(application, file).catch(async (error: unknown) => {
    const owner = isLocked(error) ? new OpenFiles(application.profile.folder).find(file) : null;
    if (!owner || !(await answers(owner))) throw error;
    return remoteStrategy(owner);
  });
}

/** A one-time address of the process that has a file open, or null when none has. */
export async function addressOfOwner(application: Application, file: string): Promise<string | null> {
  const owner = new OpenFiles(application.profile.folder).find(file);
  if (!owner || !(await answers(owner))) return null;
  const reply = await post(owner, '/call/address', { strategy: owner.strategy });
  return z.object({ url: z.string() }).parse(reply).url;
}

/** What comes from the command line is held against the contract as what comes from a window is. */
async function locally(application: Application, file: string): Promise<Client<StrategyMethods>> {
  const { handlers } = application.open(file);
  return strategyClient(async (method, input) => {
    const handler = handlers[method] as (input: unknown) => Promise<unknown>;
    return handler(parseInput(strategyMethods[method], input));
  });
}

export function isLocked(error: unknown): boolean {
  return error instanceof FailureError && error.failure.type === 'file-locked';
}

async function answers(owner: OpenFileRecord): Promise<boolean> {
  try {
    await post(owner, '/call/strategies', {});
    return true;
  } catch {
    return false;
  }
}

function remoteStrategy(owner: OpenFileRecord): Client<StrategyMethods> {
  return strategyClient(async (method, input) => {
    const value = await post(owner, `/strategy/${owner.strategy}/call/${method}`, input);
    return strategyMethods[method].output.parse(value);
  });
}

function strategyClient(
  call: (method: keyof StrategyMethods, input: unknown) => Promise<unknown>,
): Client<StrategyMethods> {
  const names = Object.keys(strategyMethods) as (keyof StrategyMethods)[];
  const entries = names.map((method) => [method, (input: unknown) => call(method, input)]);
  return Object.fromEntries(entries) as Client<StrategyMethods>;
}

async function post(owner: OpenFileRecord, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${owner.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${owner.token}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new FailureError('unauthorised');
  const reply = replySchema.parse(await response.json());
  if (!reply.ok) throw new FailureError(reply.failure.type, reply.failure.values);
  return reply.value;
}
