import type { z } from 'zod';
import { FailureError } from '../../shared/contract/failure.ts';
import { LARGEST_NUMBER } from '../../shared/domain/framework.ts';
import { valueAt, type LocatedValue, type ValuePath } from './located-value.ts';

/** How a part must be written, where it is something else altogether. */
const FORMS: Readonly<Record<string, string>> = {
  string: '"…"',
  array: '[ … ]',
  object: '{ … }',
  boolean: 'true, false',
};

/**
 * Holds a value against a schema.
 * @throws FailureError that names the first line where they differ, what is wrong there, and what was expected.
 */
export function parseLocated<T>(source: LocatedValue, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(source.value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ issue, path: placeOf(issue) }));
  const [first] = issues.sort((a, b) => source.lineOf(a.path) - source.lineOf(b.path));
  throw failureOf(source, first!.issue, first!.path);
}

function placeOf(issue: z.core.$ZodIssue): ValuePath {
  const path = issue.path as ValuePath;
  return issue.code === 'unrecognized_keys' ? [...path, issue.keys[0]!] : path;
}

function failureOf(source: LocatedValue, issue: z.core.$ZodIssue, path: ValuePath): FailureError {
  const { file, value, has, lineOf, nameOf } = source;
  const at = { file, line: lineOf(path) };
  const field = nameOf(path);
  if (!has(path)) return new FailureError('data-file-missing', { ...at, field });
  const found = shown(valueAt(value, path));
  if (path.at(-1) === 'number')
    return new FailureError('data-file-number', { ...at, value: found, most: LARGEST_NUMBER });
  if (path.at(-1) === 'id' && path.length === 1) return new FailureError('framework-id', { ...at, id: found });
  switch (issue.code) {
    case 'unrecognized_keys':
      return new FailureError('data-file-unknown', { ...at, field });
    case 'invalid_type':
      return new FailureError('data-file-form', { ...at, field, form: FORMS[issue.expected] ?? issue.expected });
    case 'too_small':
      return issue.origin === 'array'
        ? new FailureError('data-file-none', at)
        : new FailureError('data-file-empty', { ...at, field });
    case 'too_big':
      return new FailureError(issue.origin === 'array' ? 'data-file-many' : 'data-file-long', {
        ...at,
        field,
        most: Number(issue.maximum),
      });
    case 'invalid_value':
      return new FailureError('data-file-choice', { ...at, field, value: found, choices: issue.values.join(', ') });
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      throw new Error(`No schema of a file has a rule of the kind ${issue.code}.`);
  }
}

/** A value as the file has it, as much of it as fits into a sentence. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 59).toWellFormed()}…`;
}
