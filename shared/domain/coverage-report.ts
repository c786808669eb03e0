import { z } from 'zod';
import { COVERAGE_STATES, type Coverage } from './coverage.ts';
import { csvRow } from './csv.ts';
import type { Framework } from './framework.ts';

/** The coverage as it is given out. */
export const coverageReportSchema = z.object({
  framework: z.string(),
  principles: z.array(
    z.object({
      number: z.int(),
      title: z.string(),
      group: z.string(),
      inScope: z.boolean(),
      state: z.enum(COVERAGE_STATES),
      paragraphs: z.array(z.string()),
      mentions: z.array(z.string()),
      actions: z.array(z.string()),
      sections: z.array(z.string()),
      suspect: z.array(z.string()),
      reason: z.string().nullable(),
    }),
  ),
  gaps: z.array(z.int()),
});
export type CoverageReport = z.infer<typeof coverageReportSchema>;

/** The coverage with the titles of its principles, as the command line and exports give it out. */
export function reportCoverage(framework: Framework, coverage: Coverage): CoverageReport {
  const byNumber = new Map(framework.principles.map((principle) => [principle.number, principle]));
  return {
    framework: framework.id,
    principles: coverage.principles.map((covered) => {
      const { title, group } = byNumber.get(covered.number)!;
      return {
        number: covered.number,
        title,
        group,
        inScope: covered.inScope,
        state: covered.state,
        paragraphs: [...covered.paragraphs],
        mentions: [...covered.mentions],
        actions: [...covered.actions],
        sections: [...covered.sections],
        suspect: [],
        reason: covered.decision?.reason ?? null,
      };
    }),
    gaps: [...coverage.gaps],
  };
}

const COLUMNS = [
  'number',
  'title',
  'group',
  'inScope',
  'state',
  'paragraphs',
  'mentions',
  'actions',
  'sections',
  'suspect',
  'reason',
] as const;

/** The report as CSV (RFC 4180), one row a principle; lists are counted. */
export function coverageToCsv(report: CoverageReport): string {
  const rows = report.principles.map((principle) =>
    csvRow(
      COLUMNS.map((column) => {
        const value = principle[column];
        return Array.isArray(value) ? value.length : (value ?? '');
      }),
    ),
  );
  return [csvRow(COLUMNS), ...rows].join('');
}
