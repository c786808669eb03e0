import { createStore, useStore } from 'zustand';

interface MatrixFilters {
  /** Only the columns of gaps. */
  readonly gapsOnly: boolean;
  readonly hidesUntagged: boolean;
  /** Also principles for other kinds of strategy that nothing is tagged to. */
  readonly showsOthers: boolean;
}

/** How one looks at the matrix in this window. */
export const matrixFilters = createStore<MatrixFilters>()(() => ({
  gapsOnly: false,
  hidesUntagged: false,
  showsOthers: false,
}));

export function useMatrixFilters<T>(select: (state: MatrixFilters) => T): T {
  return useStore(matrixFilters, select);
}
