import type { z } from 'zod';
import {
  applicationMethods,
  strategyMethods,
  type ApplicationMethods,
  type Client,
  type Methods,
  type StrategyMethods,
} from './methods.ts';
import { FailureError, replySchema } from './failure.ts';

/** Where a process is reached, and the session to reach it with. */
export interface ProcessAddress {
  /** Such as `http://127.0.0.1:4000`; empty in a page that the process has served. */
  readonly origin: string;
  readonly token: string;
}

/** What may be asked of the process. Expected failures are thrown as {@link FailureError}. */
export function applicationClient(process: ProcessAddress): Client<ApplicationMethods> {
  return clientOf(applicationMethods, (method, input) => post(process, `/call/${method}`, input));
}

/** What may be asked of one strategy that the process has open. */
export function strategyClient(process: ProcessAddress, strategy: string): Client<StrategyMethods> {
  return clientOf(strategyMethods, (method, input) => post(process, `/strategy/${strategy}/call/${method}`, input));
}

/** The methods as functions over whatever carries a call; what comes back is held against the contract. */
export function clientOf<M extends Methods>(
  methods: M,
  call: (method: keyof M & string, input: unknown) => Promise<unknown>,
): Client<M> {
  const entries = Object.entries<{ readonly output: z.ZodType }>(methods).map(([name, { output }]) => [
    name,
    async (input: unknown) => output.parse(await call(name, input)),
  ]);
  return Object.fromEntries(entries) as Client<M>;
}

async function post({ origin, token }: ProcessAddress, path: string, input: unknown): Promise<unknown> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(input),
  }).catch(() => {
    throw new FailureError('process-unreachable');
  });
  if (response.status === 401) throw new FailureError('unauthorised');
  if (!response.ok) throw new Error(`The process answered ${path} with ${response.status}.`);
  const reply = replySchema.parse(await response.json());
  if (!reply.ok) throw new FailureError(reply.failure.type, reply.failure.values);
  return reply.value;
}
