import type { Application } from '../application/application.ts';

/** An option as `node:util`'s parseArgs takes it. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
}

export interface CommandContext {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly application: Application;
}

/** What a command has to say: a value for `--json`, and lines for people. */
export interface CommandResult {
  readonly json: unknown;
  readonly lines: readonly string[];
  /** 0 unless the command ran and found something wrong. */
  readonly exitCode?: 0 | 1;
  /** Keeps the process running, and ends it on a signal. */
  readonly until?: () => Promise<void>;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** How many positional arguments, least and most. */
  readonly positionals: readonly [number, number];
  run(context: CommandContext): Promise<CommandResult>;
}

/** Wrong usage: exit 2. The message is a key of the catalogue under `usage`. */
export class UsageError extends Error {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;

  constructor(key: string, values: Readonly<Record<string, string>> = {}) {
    super(key);
    this.name = 'UsageError';
    this.key = key;
    this.values = values;
  }
}

export function optionalText(context: CommandContext, name: string): string | undefined {
  const value = context.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function requiredText(context: CommandContext, name: string): string {
  const value = optionalText(context, name);
  if (value === undefined) throw new UsageError('missing-option', { option: `--${name}` });
  return value;
}

/** An option that names one of a few values. */
export function choice<T extends string>(
  context: CommandContext,
  name: string,
  choices: readonly T[],
  fallback?: T,
): T {
  const value = optionalText(context, name) ?? fallback;
  const found = choices.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError('bad-choice', { option: `--${name}`, choices: choices.join(', ') });
  return found;
}

export function wholeNumber(context: CommandContext, name: string): number {
  const value = requiredText(context, name);
  if (!/^\d{1,9}$/.test(value)) throw new UsageError('bad-number', { option: `--${name}` });
  return Number(value);
}
