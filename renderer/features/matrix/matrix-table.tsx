import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { shallow } from 'zustand/shallow';
import type { MatrixColumn, MatrixRow } from '../../../shared/domain/coverage-matrix.ts';
import { isCounted } from '../../../shared/domain/coverage.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import { useNumber } from '../../ui/use-number.ts';
import { StateIcon } from '../coverage/state-icon.tsx';
import { drawRow, type DrawnRow } from './draw-row.ts';
import { MatrixTip } from './matrix-tip.tsx';
import { useMatrixWords } from './use-matrix-words.ts';
import { useMatrixCells } from './use-matrix-cells.ts';

export interface MatrixTableProps {
  readonly framework: Framework;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** Indexes of the columns that are shown. */
  readonly shown: readonly number[];
  /** How many of the rows are laid out. */
  readonly laidOut: number;
}

/**
 * The table. One handler for all cells, and looks of columns that are said once for the column: there are
 * thousands of cells.
 */
export const MatrixTable = memo(function MatrixTable(props: MatrixTableProps): React.ReactNode {
  const { framework, columns, rows, shown, laidOut } = props;
  const { t } = useTranslation();
  const words = useMatrixWords();
  const format = useNumber();
  const table = useRef<HTMLTableElement>(null);
  const handlers = useMatrixCells(table, words, props);
  // By the principles alone, which stay, so that a column's new state draws no row again.
  const principles = useSamePrinciples(columns);
  return (
    <>
      <table
        ref={table}
        role="grid"
        className="matrix-table"
        style={{ '--columns': shown.length } as React.CSSProperties}
        {...handlers}
      >
        <caption className="visually-hidden">{t('matrix.caption', { framework: framework.title })}</caption>
        <colgroup>
          <col className="matrix-sections" />
        </colgroup>
        <ColumnGroups columns={columns} shown={shown} />
        <Head framework={framework} columns={columns} shown={shown} words={words} />
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={row.section}
              row={row}
              columns={principles}
              shown={shown}
              words={words}
              format={format}
              isLaidOut={index < laidOut}
            />
          ))}
        </tbody>
      </table>
      <MatrixTip table={table} words={words} {...props} />
    </>
  );
});

function useSamePrinciples(columns: readonly MatrixColumn[]): readonly MatrixColumn[] {
  const first = useRef(columns);
  const isSame =
    first.current.length === columns.length &&
    columns.every(({ number, title }, index) => {
      const before = first.current[index]!;
      return before.number === number && before.title === title;
    });
  if (!isSame) first.current = columns;
  return first.current;
}

/** As many columns have no room for the title of their group; it is said with each of them. */
const NARROW = 3;

type ShownColumns = Pick<MatrixTableProps, 'columns' | 'shown'>;

/** The columns that follow each other in one group. */
function runsOf({ columns, shown }: ShownColumns): { readonly group: string; readonly columns: MatrixColumn[] }[] {
  const runs: { readonly group: string; readonly columns: MatrixColumn[] }[] = [];
  for (const index of shown) {
    const column = columns[index]!;
    const last = runs.at(-1);
    if (last?.group === column.group) last.columns.push(column);
    else runs.push({ group: column.group, columns: [column] });
  }
  return runs;
}

function lookOf(column: MatrixColumn): string {
  if (column.isGap) return 'is-gap';
  if (!isCounted(column)) return 'is-out';
  return column.state === 'set-aside' ? 'is-set-aside' : '';
}

function ColumnGroups(props: ShownColumns): React.ReactNode {
  return runsOf(props).map(({ group, columns }) => (
    <colgroup key={group}>
      {columns.map((column) => (
        <col key={column.number} className={`matrix-column ${lookOf(column)}`} />
      ))}
    </colgroup>
  ));
}

function Head({
  framework,
  words,
  ...props
}: ShownColumns & Pick<MatrixTableProps, 'framework'> & Pick<DrawnRow, 'words'>): React.ReactNode {
  const { t } = useTranslation();
  const groups = useMemo(() => new Map(framework.groups.map(({ id, title }) => [id, title])), [framework]);
  const runs = runsOf(props);
  return (
    <thead>
      <tr className="matrix-groups">
        <td />
        {runs.map(({ group, columns }) => (
          <th
            key={group}
            scope="colgroup"
            colSpan={columns.length}
            title={groups.get(group)}
            aria-label={groups.get(group)}
            className={columns.length < NARROW ? 'is-narrow' : ''}
          >
            <bdi>{groups.get(group)}</bdi>
          </th>
        ))}
      </tr>
      <tr className="matrix-numbers">
        <th scope="col">{t('matrix.sections')}</th>
        {runs.flatMap(({ columns }) =>
          columns.map((column, index) => (
            <th
              key={column.number}
              scope="col"
              className={index === 0 ? `matrix-number is-first ${lookOf(column)}` : `matrix-number ${lookOf(column)}`}
              aria-label={words.column(column)}
              tabIndex={-1}
            >
              {column.number}
              <StateIcon state={column.state} />
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

interface RowProps extends DrawnRow {
  readonly isLaidOut: boolean;
}

const Row = memo(function Row({ row, columns, shown, words, format, isLaidOut }: RowProps): React.ReactNode {
  const element = useRef<HTMLTableRowElement>(null);
  const drawn = useRef<DrawnRow>(null);
  useLayoutEffect(() => {
    const next = { row, columns, shown, words, format };
    const before = drawn.current;
    // What comes back into sight is as it was.
    if (before && shallow(before, next)) return;
    drawRow(element.current!, next, before);
    drawn.current = next;
  }, [row, columns, shown, words, format]);
  return (
    <tr ref={element} hidden={!isLaidOut}>
      <th scope="row">
        <a href={`?section=${row.section}`} tabIndex={-1}>
          <span className="matrix-row-number">{row.number}</span>
          <bdi>{row.title}</bdi>
        </a>
      </th>
    </tr>
  );
});
