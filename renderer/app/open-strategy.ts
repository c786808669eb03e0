import { StrategyConnection } from '../bridge/strategy-connection.ts';
import { strategyClient } from '../../shared/contract/client.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import type { ApplicationSession } from './application-session.ts';
import { bindStrategy } from './bind-strategy.ts';
import { createStrategyStore, VIEWS, type StrategyStore } from './strategy-store.ts';

export interface OpenedStrategy {
  readonly connection: StrategyConnection;
  readonly store: StrategyStore;
  /** Goes away from it; see {@link StrategyConnection.leave}. */
  leave(): boolean;
}

type Needed = Pick<ApplicationSession, 'client' | 'token' | 'device' | 'frameworks'>;

/** Connects this window to a strategy, which the process opens again when it was closed meanwhile. */
export async function openStrategy(session: Needed, strategy: string): Promise<OpenedStrategy> {
  await assureOpen(session, strategy);
  const connection = new StrategyConnection({ strategy, token: session.token, device: session.device });
  const store = createStrategyStore(session.frameworks);
  const address = new URLSearchParams(location.search);
  const section = address.get('section');
  if (section !== null) store.getState().showSection(section);
  const view = VIEWS.find((candidate) => candidate === address.get('view'));
  if (view !== undefined) store.getState().show({ kind: view });
  const { stop, arrived } = bindStrategy(connection, store);
  const leave = (): boolean => {
    stop();
    return connection.leave();
  };
  try {
    await arrived;
  } catch (error) {
    leave();
    throw error;
  }
  return { connection, store, leave };
}

async function assureOpen({ client, token }: Needed, strategy: string): Promise<void> {
  try {
    await strategyClient({ origin: '', token }, strategy).info({});
  } catch (error) {
    const isClosed = error instanceof FailureError && error.failure.type === 'strategy-unknown';
    const entry = isClosed ? (await client.strategies({})).find(({ id }) => id === strategy) : undefined;
    if (!entry) throw error;
    await client.open({ file: entry.file });
  }
}
