import { parseArgs } from 'node:util';
import { Application } from '../application/application.ts';
import { UsageError, type Command, type CommandResult } from './command.ts';
import { serveCommand } from './serve-command.ts';
import { sharingCommands } from './sharing-commands.ts';
import { strategyCommands } from './strategy-commands.ts';
import { word, wordFailure } from './wording.ts';
import { Profile } from '../profile/profile.ts';
import { FailureError } from '../../shared/contract/failure.ts';

/** Commands whose part of the product is still to come; they say so instead of doing less. */
const LATER = ['suggest', 'plan'];

const commands: readonly Command[] = [...strategyCommands, serveCommand, ...sharingCommands];

// Whoever reads may have seen enough, as `| head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** Runs one command. @returns The exit code: 1 for what cannot be done, 2 for what is wrongly asked. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const debug = args.includes('--debug');
  try {
    return await run(args);
  } catch (error) {
    if (debug) console.error(error);
    if (error instanceof UsageError) {
      console.error(word(`usage.${error.key}`, error.values));
      return 2;
    }
    console.error(error instanceof FailureError ? wordFailure(error.failure) : word('failure.unexpected'));
    return 1;
  }
}

async function run([name, ...rest]: readonly string[]): Promise<number> {
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    if (name !== undefined && LATER.includes(name)) throw new FailureError('not-yet', { what: name });
    const usage = commands.map((candidate) => `  valletta ${candidate.usage}`).join('\n');
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      console.log(`${word('cli.help')}\n${usage}`);
      return name === undefined ? 2 : 0;
    }
    throw new UsageError('unknown-command', { command: name });
  }
  const { positionals, values } = parse(command, rest);
  const application = new Application({ profile: Profile.load(), offThread: false });
  try {
    return await finish(await command.run({ positionals, values, application }), values['json'] === true);
  } finally {
    await application.close();
  }
}

function parse(
  command: Command,
  args: readonly string[],
): ReturnType<typeof parseArgs> & { values: Record<string, string | boolean | undefined> } {
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...command.options, json: { type: 'boolean' }, debug: { type: 'boolean' } },
    });
    const [least, most] = command.positionals;
    if (parsed.positionals.length < least || parsed.positionals.length > most) throw new Error('positionals');
    return parsed;
  } catch (error) {
    const usage = `valletta ${command.usage}`;
    const option = error instanceof Error ? /^Unknown option '(-[^']+)'/.exec(error.message)?.[1] : undefined;
    throw option === undefined
      ? new UsageError('wrong', { usage })
      : new UsageError('unknown-option', { option, usage });
  }
}

async function finish({ json, lines, exitCode = 0, until }: CommandResult, asJson: boolean): Promise<number> {
  // Before the first line: whoever reads it may send a signal at once, and may send it twice.
  const ended =
    until &&
    new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    });
  process.stdout.write(asJson ? `${JSON.stringify(json)}\n` : lines.map((line) => `${line}\n`).join(''));
  await ended;
  await until?.();
  return exitCode;
}
