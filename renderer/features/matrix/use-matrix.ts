import { useMemo } from 'react';
import { coverageMatrix, isTagged, type CoverageMatrix } from '../../../shared/domain/coverage-matrix.ts';
import { isCounted, type Coverage } from '../../../shared/domain/coverage.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import type { StrategyStore } from '../../app/strategy-store.ts';
import { titleOf } from '../outline/outline-commands.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { useMatrixFilters } from './matrix-filters.ts';

export interface Matrix {
  readonly framework: Framework;
  readonly coverage: Coverage;
  readonly whole: CoverageMatrix;
  /** What the filters leave of it; rows keep the cells of all columns. */
  readonly rows: CoverageMatrix['rows'];
  /** Indexes of the columns that the filters leave. */
  readonly shown: readonly number[];
  /** Whether there are principles for other kinds of strategy that nothing is tagged to. */
  readonly hasOthers: boolean;
}

/** As it was when it was shown last: what is still so is not made again. */
const latest = new WeakMap<StrategyStore, CoverageMatrix>();

/** The matrix of the framework that is shown, as it is at present; null until there is one. */
export function useMatrix(): Matrix | null {
  const framework = useStrategy((state) => state.frameworks.find(({ id }) => id === state.framework));
  const coverage = useStrategy((state) => state.coverage.get(state.framework));
  const outline = useStrategy((state) => state.outline);
  const summaries = useStrategy((state) => state.summaries);
  const gapsOnly = useMatrixFilters((state) => state.gapsOnly);
  const hidesUntagged = useMatrixFilters((state) => state.hidesUntagged);
  const showsOthers = useMatrixFilters((state) => state.showsOthers);
  const { store } = useWorkbench();

  const whole = useMemo(() => {
    if (!framework || !coverage || !outline) return null;
    const sections = outline.sections.map((section) => ({ id: section.id, title: titleOf(section) }));
    const matrix = coverageMatrix({ framework, sections, summaries, coverage }, latest.get(store));
    latest.set(store, matrix);
    return matrix;
  }, [store, framework, coverage, outline, summaries]);
  const rows = useMemo(() => {
    const all = whole?.rows ?? [];
    return hidesUntagged ? all.filter(isTagged) : all;
  }, [whole?.rows, hidesUntagged]);
  const others = useMemo(() => (whole ? otherColumns(whole) : NONE), [whole]);
  const shown = useMemo(
    () =>
      (whole?.columns ?? []).flatMap((column, index) =>
        (!gapsOnly || column.isGap) && (showsOthers || !others.has(index)) ? [index] : [],
      ),
    [whole?.columns, gapsOnly, showsOthers, others],
  );
  const same = useSame(shown);
  if (!framework || !coverage || !whole) return null;
  return { framework, coverage, whole, rows, shown: same, hasOthers: others.size > 0 };
}

const NONE: ReadonlySet<number> = new Set();

/** Columns of principles for other kinds of strategy, without a single tag. */
function otherColumns({ columns, rows }: CoverageMatrix): ReadonlySet<number> {
  return new Set(
    columns.flatMap((column, index) =>
      !isCounted(column) && rows.every(({ cells }) => cells[index]?.strength === null) ? [index] : [],
    ),
  );
}

/** The list as it was, for as long as it says the same. */
function useSame(list: readonly number[]): readonly number[] {
  const key = list.join(' ');
  // Rows are drawn again only when other columns are shown, not when one of them changes.
  return useMemo(() => (key === '' ? [] : key.split(' ').map(Number)), [key]);
}
