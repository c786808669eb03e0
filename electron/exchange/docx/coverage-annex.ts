import { type FileChild, Paragraph, Table, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { CoverageReport } from '../../../shared/domain/coverage-report.ts';
import type { Conversion } from './conversion.ts';
import { type DocxLabels, fillLabel } from './docx-labels.ts';
import type { ExportedCoverage, ExportedSection, ExportedStrategy } from './exported-strategy.ts';
import { listedPrinciples, whereLines } from '../text/coverage-lines.ts';
import { TEXT_WIDTH } from './page.ts';
import type { ParagraphStyle } from './styles.ts';
import { HEADER_SHADING, tableLook } from './table-look.ts';
import { plainParagraph } from './title-page.ts';
import { textRuns } from './text-runs.ts';

type PrincipleReport = CoverageReport['principles'][number];

const NUMBER_WIDTH = 680;
const PRINCIPLE_WIDTH = 3_420;
const STATE_WIDTH = 2_060;
const WIDTHS = [NUMBER_WIDTH, PRINCIPLE_WIDTH, STATE_WIDTH, TEXT_WIDTH - NUMBER_WIDTH - PRINCIPLE_WIDTH - STATE_WIDTH];

/** What the tables of the annex are made with. */
interface Annex {
  readonly labels: DocxLabels;
  readonly conversion: Conversion;
  /** By the section's id. */
  readonly sectionNumbers: ReadonlyMap<string, number>;
}

/** Which parts of the text answer which principle, in words; empty when there is no framework. */
export function coverageAnnex({ coverage, labels, sections }: ExportedStrategy, conversion: Conversion): FileChild[] {
  if (coverage.length === 0) return [];
  const annex: Annex = { labels, conversion, sectionNumbers: new Map(sections.map(({ id, number }) => [id, number])) };
  return [
    annexHeading(1, labels.coverageAnnex, conversion),
    plainParagraph('BodyText', labels.coverageIntroduction, conversion),
    ...notRead(sections, annex),
    ...coverage.flatMap((each) => frameworkBlocks(each, annex)),
  ];
}

/** Which sections the tables know too little of, if any. */
function notRead(sections: readonly ExportedSection[], { labels, conversion }: Annex): Paragraph[] {
  const numbers = sections.filter(({ isIncomplete }) => isIncomplete).map(({ number }) => String(number));
  if (numbers.length === 0) return [];
  const named = fillLabel(numbers.length === 1 ? labels.inSection : labels.inSections, {
    sections: numbers.join(', '),
  });
  return [plainParagraph('BodyText', fillLabel(labels.notRead, { sections: named }), conversion)];
}

/** A heading without number; the table of contents lists it all the same. */
export function annexHeading(level: 1 | 2, text: string, conversion: Conversion): Paragraph {
  const isRtl = conversion.direction === 'rtl';
  return new Paragraph({
    style: `Heading${level}`,
    ...(level === 1 ? { pageBreakBefore: true } : {}),
    numbering: false,
    indent: { left: 0, hanging: 0 },
    ...(isRtl ? { bidirectional: true } : {}),
    children: textRuns(conversion.clean(text), conversion),
  });
}

function frameworkBlocks({ framework, report }: ExportedCoverage, annex: Annex): FileChild[] {
  const { labels, conversion } = annex;
  const { clean, direction } = conversion;
  const gaps = new Set(report.gaps);
  const listed = listedPrinciples(report);
  const leftOut = report.principles.length - listed.length;
  const title = framework.edition === '' ? framework.title : `${framework.title} (${framework.edition})`;
  const notes = [framework.note, ...(framework.binding ? [] : [labels.nonBinding])].filter((note) => note !== '');
  return [
    annexHeading(2, title, conversion),
    ...notes.map((note) => plainParagraph('BodyText', clean(note), conversion)),
    new Table({
      ...tableLook(WIDTHS, direction === 'rtl'),
      rows: [headerRow(annex), ...framework.groups.flatMap((group) => groupRows(group, listed, gaps, annex))],
    }),
    new Paragraph({ style: 'TableSpacer' }),
    ...(leftOut > 0
      ? [plainParagraph('Caption', fillLabel(labels.outOfScope, { count: String(leftOut) }), conversion)]
      : []),
  ];
}

function headerRow({ labels, conversion }: Annex): TableRow {
  const titles = [labels.number, labels.principle, labels.answeredBy, labels.sectionsOrReason];
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: titles.map((title, index) =>
      cell(WIDTHS[index]!, [line('TableHeader', title, conversion)], { shading: HEADER_SHADING }),
    ),
  });
}

function groupRows(
  group: { readonly id: string; readonly title: string },
  listed: readonly PrincipleReport[],
  gaps: ReadonlySet<number>,
  annex: Annex,
): TableRow[] {
  const principles = listed.filter((principle) => principle.group === group.id);
  if (principles.length === 0) return [];
  const title = new TableRow({
    cantSplit: true,
    children: [cell(TEXT_WIDTH, [line('TableHeader', group.title, annex.conversion)], { columnSpan: WIDTHS.length })],
  });
  return [title, ...principles.map((principle) => principleRow(principle, gaps.has(principle.number), annex))];
}

function principleRow(
  principle: PrincipleReport,
  isGap: boolean,
  { labels, conversion, sectionNumbers }: Annex,
): TableRow {
  const where = whereLines(principle, sectionNumbers, labels);
  const state = line('TableText', labels.states[principle.state], conversion, isGap);
  return new TableRow({
    cantSplit: true,
    children: [
      [line('TableText', String(principle.number), conversion)],
      [line('TableText', principle.title, conversion)],
      [state],
      where.length > 0
        ? where.map((text) => line('TableText', text, conversion))
        : [new Paragraph({ style: 'TableText' })],
    ].map((children, index) => cell(WIDTHS[index]!, children)),
  });
}

function line(style: ParagraphStyle, text: string, conversion: Conversion, isBold = false): Paragraph {
  const isRtl = conversion.direction === 'rtl';
  return new Paragraph({
    style,
    ...(isRtl ? { bidirectional: true } : {}),
    children: textRuns(conversion.clean(text), conversion, isBold ? { bold: true } : {}),
  });
}

interface CellLook {
  readonly columnSpan?: number;
  readonly shading?: { readonly fill: string };
}

function cell(width: number, children: readonly Paragraph[], look: CellLook = {}): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    ...look,
    children: [...children],
  });
}
