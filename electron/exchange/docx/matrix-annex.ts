import {
  type FileChild,
  type ITableCellOptions,
  AlignmentType,
  HeightRule,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Strength } from '../../../shared/document/tags.ts';
import { isCounted } from '../../../shared/domain/coverage.ts';
import type { CoverageMatrix, MatrixCell, MatrixColumn, MatrixRow } from '../../../shared/domain/coverage-matrix.ts';
import { annexHeading } from './coverage-annex.ts';
import type { Conversion } from './conversion.ts';
import { fillLabel, type DocxLabels } from './docx-labels.ts';
import type { ExportedCoverage, ExportedStrategy } from './exported-strategy.ts';
import { WIDE_TEXT_WIDTH } from './page.ts';
import { HEADER_SHADING, tableLook } from './table-look.ts';
import { textRuns } from './text-runs.ts';
import { plainParagraph } from './title-page.ts';

/** A disc, half of one, a ring: told apart without colour. */
const SIGNS: Readonly<Record<Strength, string>> = { full: '●', partial: '◐', mention: '○' };
const FILLS: Readonly<Record<Strength, string>> = { full: '8FC1BC', partial: 'D2E6E4', mention: 'FFFFFF' };

/** The room of a column with two digits and a sign, and the most that makes sense, in twips. */
const NARROWEST_COLUMN = 272;
const WIDEST_COLUMN = 480;
const MOST_FOR_SECTIONS = 4_200;
const HEAD_HEIGHT = 3_400;
const ROW_HEIGHT = 290;

/** Half-points. */
const TEXT_SIZE = 16;
const SMALL_SIZE = 14;

/** What is told in the shading of a column, behind the number of its principle and in its empty cells. */
const HATCHED = { type: ShadingType.THIN_DIAGONAL_STRIPE, color: 'E0A29B', fill: 'FFFFFF' } as const;
const GREY = { type: ShadingType.CLEAR, fill: 'ECECEC' } as const;

/** Which section says what to which principle, one table for each framework; nothing without one. */
export function matrixAnnex({ coverage, labels }: ExportedStrategy, conversion: Conversion): FileChild[] {
  return coverage
    .filter(({ matrix }) => matrix.rows.length > 0)
    .flatMap((each, index) => matrixBlocks(each, index === 0, labels, conversion));
}

function matrixBlocks(
  { framework, matrix }: ExportedCoverage,
  isFirst: boolean,
  labels: DocxLabels,
  conversion: Conversion,
): FileChild[] {
  const widths = columnWidths(matrix);
  const title = fillLabel(labels.matrix, { framework: framework.title });
  return [
    ...(isFirst ? [] : [new Paragraph({ style: 'TableSpacer' })]),
    annexHeading(2, title, conversion),
    plainParagraph('Caption', fillLabel(labels.matrixLegend, SIGNS), conversion),
    new Table({
      ...tableLook(widths, conversion.direction === 'rtl'),
      margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
      rows: [
        headRow(matrix.columns, widths, labels, conversion),
        ...matrix.rows.map((row) => sectionRow(row, matrix.columns, widths, labels, conversion)),
      ],
    }),
    new Paragraph({ style: 'TableSpacer' }),
  ];
}

function columnWidths({ columns }: CoverageMatrix): number[] {
  const left = Math.floor((WIDE_TEXT_WIDTH - MOST_FOR_SECTIONS) / columns.length);
  const column = Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, left));
  const sections = Math.min(MOST_FOR_SECTIONS, WIDE_TEXT_WIDTH - column * columns.length);
  return [sections, ...columns.map(() => column)];
}

function headRow(
  columns: readonly MatrixColumn[],
  widths: readonly number[],
  labels: DocxLabels,
  conversion: Conversion,
): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    height: { value: HEAD_HEIGHT, rule: HeightRule.EXACT },
    children: [
      cell(widths[0]!, [line(labels.section, conversion, { isBold: true, isPadded: true })], {
        shading: HEADER_SHADING,
        verticalAlign: VerticalAlignTable.BOTTOM,
      }),
      ...columns.map((column, index) => {
        const text = fillLabel(labels.principleHead, { number: String(column.number), title: column.short });
        return cell(widths[index + 1]!, [line(text, conversion, { ...lookOf(column), size: SMALL_SIZE })], {
          shading: shadingOf(column) ?? HEADER_SHADING,
          verticalAlign: VerticalAlignTable.CENTER,
          textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT,
        });
      }),
    ],
  });
}

function sectionRow(
  { number, title, cells }: MatrixRow,
  columns: readonly MatrixColumn[],
  widths: readonly number[],
  labels: DocxLabels,
  conversion: Conversion,
): TableRow {
  const text = fillLabel(labels.principleHead, { number: String(number), title });
  return new TableRow({
    cantSplit: true,
    height: { value: ROW_HEIGHT, rule: HeightRule.ATLEAST },
    children: [
      cell(widths[0]!, [line(text, conversion, { isPadded: true })]),
      ...cells.map((each, index) => principleCell(each, columns[index]!, widths[index + 1]!, conversion)),
    ],
  });
}

function principleCell(
  { strength, count }: MatrixCell,
  column: MatrixColumn,
  width: number,
  conversion: Conversion,
): TableCell {
  if (strength === null) {
    const shading = shadingOf(column);
    return cell(width, [new Paragraph({ style: 'TableText' })], shading ? { shading } : {});
  }
  return cell(width, [line(`${count}${SIGNS[strength]}`, conversion, { isCentred: true, size: SMALL_SIZE })], {
    shading: { type: ShadingType.CLEAR, fill: FILLS[strength] },
  });
}

function shadingOf(column: MatrixColumn): typeof HATCHED | typeof GREY | undefined {
  if (column.isGap) return HATCHED;
  return column.state === 'set-aside' || !isCounted(column) ? GREY : undefined;
}

function lookOf(column: MatrixColumn): LineLook {
  return column.isGap ? { isBold: true } : shadingOf(column) === GREY ? { isItalic: true } : {};
}

interface LineLook {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isCentred?: boolean;
  /** Whether it keeps clear of the edges of its cell, which has no padding of its own. */
  readonly isPadded?: boolean;
  readonly size?: number;
}

function line(text: string, conversion: Conversion, look: LineLook): Paragraph {
  const isRtl = conversion.direction === 'rtl';
  return new Paragraph({
    style: 'TableText',
    spacing: { before: 0, after: 0 },
    ...(look.isCentred ? { alignment: AlignmentType.CENTER } : {}),
    ...(look.isPadded ? { indent: { left: 60, right: 60 } } : {}),
    ...(isRtl ? { bidirectional: true } : {}),
    children: textRuns(conversion.clean(text), conversion, {
      size: look.size ?? TEXT_SIZE,
      ...(look.isBold ? { bold: true } : {}),
      ...(look.isItalic ? { italics: true } : {}),
    }),
  });
}

function cell(
  width: number,
  children: readonly Paragraph[],
  look: Partial<Pick<ITableCellOptions, 'shading' | 'verticalAlign' | 'textDirection'>> = {},
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...look,
    children: [...children],
  });
}
