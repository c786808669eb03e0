/** Says on standard error how far a benchmark has come; standard output is for the table. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
