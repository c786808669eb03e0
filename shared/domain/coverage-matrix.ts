import type { OutlineSection } from '../document/outline.ts';
import { STRENGTHS, type Strength } from '../document/tags.ts';
import { taggedBlocks, type Coverage, type CoverageState, type SectionSummary, type TaggedBlock } from './coverage.ts';
import type { Framework } from './framework.ts';

/** What a section says to a principle. Rules and numbers: SPEC.md beside this file. */
export interface MatrixCell {
  /** The strongest of its blocks; null when there is none. */
  readonly strength: Strength | null;
  /** How many blocks are tagged, at any strength. */
  readonly count: number;
  /** The first of them. */
  readonly block: string | null;
}

export interface MatrixRow {
  readonly section: string;
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** In the order of the columns. */
  readonly cells: readonly MatrixCell[];
  /** How many cells have which strength. */
  readonly counts: Readonly<Record<Strength, number>>;
}

export interface MatrixColumn {
  /** Of the principle. */
  readonly number: number;
  readonly title: string;
  readonly short: string;
  /** Id of its group. */
  readonly group: string;
  readonly inScope: boolean;
  /** In the whole strategy. */
  readonly state: CoverageState;
  readonly isGap: boolean;
}

export interface CoverageMatrix {
  readonly framework: string;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
}

export interface CoverageMatrixInput {
  readonly framework: Framework;
  /** Live sections in the order of the outline. */
  readonly sections: readonly Pick<OutlineSection, 'id' | 'title'>[];
  /** By section. */
  readonly summaries: ReadonlyMap<string, SectionSummary>;
  /** Of the same framework and sections. */
  readonly coverage: Coverage;
}

const EMPTY: MatrixCell = { strength: null, count: 0, block: null };

/** Lays the coverage out, sections by principles. Pure. What comes out as in `previous` keeps its identity. */
export function coverageMatrix(input: CoverageMatrixInput, previous?: CoverageMatrix): CoverageMatrix {
  const { framework, sections, summaries } = input;
  const before = previous?.framework === framework.id ? previous : undefined;
  const oldColumns = new Map(before?.columns.map((column) => [column.number, column]));
  const oldRows = new Map(before?.rows.map((row) => [row.section, row]));
  const columns = columnsOf(input).map((column) => {
    const old = oldColumns.get(column.number);
    return old && isSameColumn(old, column) ? old : column;
  });
  const hasSameColumns = before !== undefined && areSame(before.columns, columns);
  const rows = sections.map(({ id, title }, index) => {
    const old = oldRows.get(id);
    const summary = summaries.get(id);
    const isOfSame = hasSameColumns && old && summary && madeOf.get(old) === summary;
    if (isOfSame && old.number === index + 1 && old.title === title) return old;
    const made = rowOf(id, index + 1, title, framework.id, summary, columns);
    const row = old && isSameRow(old, made) ? old : made;
    if (summary) madeOf.set(row, summary);
    return row;
  });
  return {
    framework: framework.id,
    rows: before && areSame(before.rows, rows) ? before.rows : rows,
    columns: hasSameColumns ? before.columns : columns,
  };
}

/** The summaries that rows were made of last. */
const madeOf = new WeakMap<MatrixRow, SectionSummary>();

/** Whether a section is tagged to any principle of the framework. */
export function isTagged({ counts }: MatrixRow): boolean {
  return STRENGTHS.some((strength) => counts[strength] > 0);
}

function columnsOf({ framework, coverage }: CoverageMatrixInput): MatrixColumn[] {
  const covered = new Map(coverage.principles.map((principle) => [principle.number, principle]));
  return framework.groups.flatMap((group) =>
    framework.principles
      .filter((principle) => principle.group === group.id)
      .map(({ number, title, short }) => {
        const { inScope, state, isGap } = covered.get(number)!;
        return { number, title, short, group: group.id, inScope, state, isGap };
      }),
  );
}

function rowOf(
  section: string,
  number: number,
  title: string,
  framework: string,
  summary: SectionSummary | undefined,
  columns: readonly MatrixColumn[],
): MatrixRow {
  const tagged = summary && taggedBlocks(framework, summary);
  const counts = { full: 0, partial: 0, mention: 0 };
  const cells = columns.map((column) => {
    const cell = cellOf(tagged?.get(column.number));
    if (cell.strength) counts[cell.strength]++;
    return cell;
  });
  return { section, number, title, cells, counts };
}

function cellOf(blocks: readonly TaggedBlock[] | undefined): MatrixCell {
  if (!blocks) return EMPTY;
  const strength = STRENGTHS.find((candidate) => blocks.some((block) => block.strength === candidate))!;
  return { strength, count: blocks.length, block: blocks[0]!.block };
}

function isSameColumn(a: MatrixColumn, b: MatrixColumn): boolean {
  return (
    a.state === b.state && a.isGap === b.isGap && a.inScope === b.inScope && a.title === b.title && a.group === b.group
  );
}

function isSameRow(a: MatrixRow, b: MatrixRow): boolean {
  return (
    a.number === b.number &&
    a.title === b.title &&
    a.cells.length === b.cells.length &&
    a.cells.every((cell, index) => isSameCell(cell, b.cells[index]!))
  );
}

function isSameCell(a: MatrixCell, b: MatrixCell): boolean {
  return a.strength === b.strength && a.count === b.count && a.block === b.block;
}

function areSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
