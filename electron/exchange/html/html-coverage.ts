import type { ExportedCoverage, ExportedStrategy } from '../docx/exported-strategy.ts';
import { listedPrinciples, whereLines } from '../text/coverage-lines.ts';
import { escapeHtml } from './html-writer.ts';

/** The annex: which parts of the text answer which principle; empty when there is no framework. */
export function htmlCoverage({ coverage, labels, sections }: ExportedStrategy): string {
  if (coverage.length === 0) return '';
  const numbers = new Map(sections.map(({ id, number }) => [id, number]));
  const table = ({ framework, report }: ExportedCoverage): string => {
    const rows = framework.groups.flatMap((group) => {
      const own = listedPrinciples(report).filter((principle) => principle.group === group.id);
      if (own.length === 0) return [];
      const title = `<tr><th colspan="4" scope="colgroup">${escapeHtml(group.title)}</th></tr>`;
      return [
        title,
        ...own.map((principle) => {
          const where = whereLines(principle, numbers, labels).map(escapeHtml).join('<br/>');
          const state = escapeHtml(labels.states[principle.state]);
          const marked = report.gaps.includes(principle.number) ? `<strong>${state}</strong>` : state;
          return `<tr><td>${principle.number}</td><th scope="row">${escapeHtml(principle.title)}</th><td>${marked}</td><td>${where}</td></tr>`;
        }),
      ];
    });
    const heads = [labels.number, labels.principle, labels.answeredBy, labels.sectionsOrReason];
    const notes = [framework.note, ...(framework.binding ? [] : [labels.nonBinding])].filter((note) => note !== '');
    return [
      `<h3>${escapeHtml(framework.title)}</h3>`,
      ...notes.map((note) => `<p>${escapeHtml(note)}</p>`),
      `<div class="table"><table><thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>`,
      `<tbody>${rows.join('\n')}</tbody></table></div>`,
    ].join('\n');
  };
  return `<section aria-labelledby="coverage">
<h2 id="coverage">${escapeHtml(labels.coverageAnnex)}</h2>
<p>${escapeHtml(labels.coverageIntroduction)}</p>
${coverage.map(table).join('\n')}
</section>`;
}
