import {
  applicationMethods,
  strategyMethods,
  type ApplicationMethods,
  type Client,
  type StrategyMethods,
} from '../../shared/contract/contract.ts';
import { FailureError, replySchema } from '../../shared/contract/failure.ts';

async function post(token: string, path: string, input: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(input),
  });
  if (response.status === 401) throw new FailureError('unauthorised');
  const reply = replySchema.parse(await response.json());
  if (!reply.ok) throw new FailureError(reply.failure.type, reply.failure.values);
  return reply.value;
}

type Methods = Readonly<Record<string, { readonly output: { parse(value: unknown): unknown } }>>;

function createClient(
  methods: Methods,
  token: string,
  path: string,
): Record<string, (input: unknown) => Promise<unknown>> {
  return Object.fromEntries(
    Object.entries(methods).map(([name, { output }]) => [
      name,
      async (input: unknown) => output.parse(await post(token, `${path}/${name}`, input)),
    ]),
  );
}

/** What may be asked of the process. Expected failures are thrown as {@link FailureError}. */
export function createApplicationClient(token: string): Client<ApplicationMethods> {
  return createClient(applicationMethods, token, '/call') as unknown as Client<ApplicationMethods>;
}

/** What may be asked of one strategy. */
export function createStrategyClient(token: string, strategy: string): Client<StrategyMethods> {
  return createClient(strategyMethods, token, `/strategy/${strategy}/call`) as unknown as Client<StrategyMethods>;
}

/** Fetches the result of an export, once. */
export async function fetchDownload(token: string, strategy: string, download: string): Promise<Blob> {
  const response = await fetch(`/download/${strategy}/${download}`, { headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) throw new FailureError('strategy-unknown');
  return response.blob();
}
