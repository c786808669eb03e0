import type { Measurement } from './measure/benchmark.ts';

const HEADINGS = ['benchmark', 'measured', 'value', 'bar', ''] as const;

/** The measurements as a table in plain text. */
export function formatReport(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, measured, value, bar, holds }) => [
    name,
    measured,
    value,
    bar ?? '–',
    holds === null ? '' : holds ? 'holds' : 'does not hold',
  ]);
  const widths = HEADINGS.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(HEADINGS), rule, ...rows.map(line)].join('\n');
}
