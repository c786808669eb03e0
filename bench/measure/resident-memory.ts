import { existsSync, readFileSync } from 'node:fs';
import { Skipped } from './benchmark.ts';

/** @throws Skipped where the system does not tell what memory a process takes. */
export function assertMemoryIsTold(): void {
  if (!existsSync('/proc/self/status'))
    throw new Skipped('resident memory is read from /proc, which this system does not have.');
}

/** Memory that a process takes at present, in megabytes. */
export function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error(`The process ${pid} does not say what memory it takes.`);
  return (Number(kilobytes) * 1024) / 1e6;
}
