import type { CoverageReport } from '../../../shared/domain/coverage-report.ts';
import { fillLabel, type DocxLabels } from '../docx/docx-labels.ts';

type PrincipleReport = CoverageReport['principles'][number];

/** Principles that the annex lists: those in scope, and whatever else is answered or a gap. */
export function listedPrinciples({ principles, gaps }: CoverageReport): readonly PrincipleReport[] {
  return principles.filter(({ number, inScope, state }) => inScope || state !== 'none' || gaps.includes(number));
}

/** Where a principle is answered, or why it is not, in lines. */
export function whereLines(
  { state, mentions, reason, sections }: PrincipleReport,
  sectionNumbers: ReadonlyMap<string, number>,
  labels: DocxLabels,
): string[] {
  const lines: string[] = [];
  const numbers = sections.flatMap((id) => sectionNumbers.get(id) ?? []).sort((a, b) => a - b);
  if (numbers.length > 0) {
    const values = { sections: numbers.join(', ') };
    lines.push(fillLabel(numbers.length === 1 ? labels.inSection : labels.inSections, values));
  }
  if (state === 'none' && mentions.length > 0) lines.push(labels.mentionedOnly);
  if (reason) lines.push(fillLabel(state === 'set-aside' ? labels.setAsideReason : labels.contradicted, { reason }));
  return lines;
}
