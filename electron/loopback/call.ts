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
  const input = method.input.safeParse(body);
  if (!input.success) {
    const detail = input.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    return { ok: false, failure: { type: 'input-invalid', values: { detail } } };
  }
  try {
    return { ok: true, value: await handler(input.data as never) };
  } catch (error) {
    if (error instanceof FailureError) return { ok: false, failure: failureSchema.parse(error.failure) };
    throw error;
  }
}
