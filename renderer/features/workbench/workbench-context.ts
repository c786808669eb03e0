import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StrategyActions, StrategyState, StrategyStore } from '../../app/strategy-store.ts';
import type { StrategyConnection } from '../../bridge/strategy-connection.ts';

/** The strategy that this window shows. */
export interface OpenWorkbench {
  readonly connection: StrategyConnection;
  readonly store: StrategyStore;
}

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
