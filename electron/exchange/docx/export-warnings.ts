import type { ExportWarning, ExportWarningKind } from '../../../shared/contract/exports.ts';

export interface WarningCounter {
  readonly count: (what: ExportWarningKind, by?: number) => void;
  /** Only what happened, in order of name. */
  readonly list: () => ExportWarning[];
}

export function createWarningCounter(): WarningCounter {
  const counts = new Map<ExportWarningKind, number>();
  return {
    count: (what, by = 1) => {
      if (by > 0) counts.set(what, (counts.get(what) ?? 0) + by);
    },
    list: () => [...counts].map(([what, count]) => ({ what, count })).sort((a, b) => (a.what < b.what ? -1 : 1)),
  };
}
