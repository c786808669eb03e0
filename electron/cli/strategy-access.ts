import { applicationClient, clientOf, strategyClient, type ProcessAddress } from '../../shared/contract/client.ts';
import { strategyMethods, type Client, type StrategyMethods } from '../../shared/contract/methods.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import type { Application } from '../application/application.ts';
import { OpenFiles, type OpenFileRecord } from '../application/open-files.ts';
import { parseInput } from '../loopback/call.ts';

/** Opens a strategy for a command; where another process has it open, the calls go through that one. */
export function accessStrategy(application: Application, file: string): Promise<Client<StrategyMethods>> {
  return locally(application, file).catch(async (error: unknown) => {
    const owner = isLocked(error) ? await ownerOf(application, file) : null;
    if (!owner) throw error;
    return strategyClient(addressOf(owner), owner.strategy);
  });
}

/** A one-time address of the process that has a file open, or null when none has. */
export async function addressOfOwner(application: Application, file: string): Promise<string | null> {
  const owner = await ownerOf(application, file);
  if (!owner) return null;
  return (await applicationClient(addressOf(owner)).address({ strategy: owner.strategy })).url;
}

/** What comes from the command line is held against the contract as what comes from a window is. */
async function locally(application: Application, file: string): Promise<Client<StrategyMethods>> {
  const { handlers } = application.open(file);
  return clientOf(strategyMethods, async (method, input) => {
    const handler = handlers[method] as (input: unknown) => Promise<unknown>;
    return handler(parseInput(strategyMethods[method], input));
  });
}

export function isLocked(error: unknown): boolean {
  return error instanceof FailureError && error.failure.type === 'file-locked';
}

/** The process that has noted a file as open, if it is still there. */
async function ownerOf({ profile }: Application, file: string): Promise<OpenFileRecord | null> {
  const owner = new OpenFiles(profile.folder).find(file);
  if (!owner) return null;
  try {
    await applicationClient(addressOf(owner)).strategies({});
    return owner;
  } catch {
    return null;
  }
}

function addressOf({ url, token }: OpenFileRecord): ProcessAddress {
  return { origin: url, token };
}
