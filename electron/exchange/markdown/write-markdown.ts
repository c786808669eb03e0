import { setImmediate } from 'node:timers/promises';
import { createWarningCounter } from '../docx/export-warnings.ts';
import type { ExportedCoverage, ExportedStrategy } from '../docx/exported-strategy.ts';
import type { ExportedFile, WriteOptions } from '../run-export.ts';
import { listedPrinciples, whereLines } from '../text/coverage-lines.ts';
import { TextWalk } from '../text/text-walk.ts';
import { escapeMarkdown, MarkdownWriter } from './markdown-writer.ts';

/** Writes a strategy as Markdown. The same strategy gives the same bytes. */
export async function writeMarkdown(
  strategy: ExportedStrategy,
  { onProgress = () => {}, signal }: WriteOptions = {},
): Promise<ExportedFile> {
  const { labels, sections, title } = strategy;
  const classification = strategy.classification.trim();
  const warnings = createWarningCounter();
  const walk = new TextWalk(strategy, new MarkdownWriter(labels, warnings), warnings);
  const blocks = [
    `---\ntitle: ${JSON.stringify(title.trim() === '' ? labels.untitled : title)}\ndate: ${strategy.date}\nlang: ${strategy.locale}\n---`,
    ...(classification === '' ? [] : [`**${escapeMarkdown(classification)}**`]),
    `*${escapeMarkdown(labels.draftNotice)}*`,
  ];
  for (const [index, section] of sections.entries()) {
    await setImmediate();
    signal?.throwIfAborted();
    blocks.push(...walk.section(section));
    onProgress((index + 1) / (sections.length + 1));
  }
  blocks.push(...coverageBlocks(strategy));
  onProgress(1);
  const text = `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
  return { bytes: new TextEncoder().encode(text), warnings: warnings.list() };
}

function coverageBlocks({ coverage, labels, sections }: ExportedStrategy): string[] {
  if (coverage.length === 0) return [];
  const numbers = new Map(sections.map(({ id, number }) => [id, number]));
  const table = ({ framework, report }: ExportedCoverage): string[] => {
    const heads = [labels.number, labels.principle, labels.answeredBy, labels.sectionsOrReason];
    const rows = listedPrinciples(report).map((principle) => [
      String(principle.number),
      escapeMarkdown(principle.title),
      escapeMarkdown(labels.states[principle.state]),
      whereLines(principle, numbers, labels).map(escapeMarkdown).join('<br>'),
    ]);
    const lines = [heads.map(escapeMarkdown), heads.map(() => '---'), ...rows];
    return [
      `## ${escapeMarkdown(framework.title)}`,
      ...(framework.binding ? [] : [escapeMarkdown(labels.nonBinding)]),
      lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    ];
  };
  return [
    `# ${escapeMarkdown(labels.coverageAnnex)}`,
    escapeMarkdown(labels.coverageIntroduction),
    ...coverage.flatMap(table),
  ];
}
