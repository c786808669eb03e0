import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ShownStrategy } from '../../app/changes.ts';
import type { StrategyActions, StrategyState } from '../../app/strategy-store.ts';

/** The strategy that this window shows. */
export type OpenWorkbench = ShownStrategy;

export const WorkbenchContext = createContext<OpenWorkbench | null>(null);

export function useWorkbench(): OpenWorkbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error('There is no strategy above this component.');
  return workbench;
}

/** A part of what is known of the strategy; the component is drawn again only when that part changes. */
export function useStrategy<T>(select: (state: StrategyState & StrategyActions) => T): T {
  return useStore(useWorkbench().store, select);
}
