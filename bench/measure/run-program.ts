import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/**
 * Printed by the measured process itself when it ends. The high-water mark is read from /proc where
 * there is one: what `resourceUsage` gives starts, after a fork, from the memory of the parent.
 */
const PRINT_PEAK = `
  import { readFileSync } from 'node:fs';
  process.on('exit', () => {
    const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
    const peak = Number(/^VmHWM:\\s+(\\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
    process.stderr.write('\\npeak=' + peak + '\\n');
  });`;

/** Runs a program. @returns The time from its start to its exit, in milliseconds. */
export async function runProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const began = performance.now();
  await run(command, args, env);
  return performance.now() - began;
}

/** Runs a script under this Node and has it say how much memory it took. @returns Its largest resident memory in bytes. */
export async function runForPeak(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const hook = `data:text/javascript,${encodeURIComponent(PRINT_PEAK)}`;
  const printed = await run(process.execPath, ['--import', hook, ...args], env);
  const peak = /^peak=(\d+)$/m.exec(printed)?.[1];
  if (peak === undefined) throw new Error(`The process did not say what memory it took:\n${printed}`);
  return Number(peak) * 1024;
}

/** @returns What it printed on standard error. */
async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}:\n${printed}`);
  return printed;
}

/** Whether a program can be started at all. */
export function hasProgram(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
