import type { z } from 'zod';
import { failureSchema, FailureError, type Failure } from '../../shared/contract/failure.ts';

interface Method {
  readonly input: z.ZodType;
}

type Handler = (input: never) => Promise<unknown>;

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure };

/** Calls a method by name after parsing its input; an expected failure comes back as a value. */
export async function call(
  methods: Readonly<Record<string, Method>>,
  handlers: Readonly<Record<string, Handler>>,
  name: string,
  body: unknown,
): Promise<Reply> {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (!method || !handler) return { ok: false, failure: { type: 'input-invalid', values: { detail: name } } };
  return reply(async () => handler(parseInput(method, body) as never));
}

/** What `work` comes to, with an expected failure as a value. */
export async function reply(work: () => Promise<unknown>): Promise<Reply> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof FailureError) return { ok: false, failure: failureSchema.parse(error.failure) };
    throw error;
  }
}

/** @throws FailureError that says what is wrong with it. */
export function parseInput<T extends z.ZodType>({ input: schema }: { readonly input: T }, body: unknown): z.infer<T> {
  const input = schema.safeParse(body);
  if (input.success) return input.data;
  const detail = input.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new FailureError('input-invalid', { detail });
}
