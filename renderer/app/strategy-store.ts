import { createStore, type StoreApi } from 'zustand';
import type { SaveState } from '../bridge/strategy-connection.ts';
import type { Outline } from '../../shared/document/outline.ts';
import { computeCoverage, type Coverage, type SectionSummary } from '../../shared/domain/coverage.ts';
import { DEFAULT_FRAMEWORK, type Framework } from '../../shared/domain/framework.ts';

export type Panel = 'coverage' | 'guidance';
export type CoverageScope = 'section' | 'strategy';

/** What the window knows of the strategy it shows. Documents themselves live in the connection. */
export interface StrategyState {
  readonly frameworks: readonly Framework[];
  /** Null until the outline has arrived. */
  readonly outline: Outline | null;
  readonly summaries: ReadonlyMap<string, SectionSummary>;
  /** By framework, for the whole strategy. */
  readonly coverage: ReadonlyMap<string, Coverage>;
  /** By framework, for the section in view. */
  readonly sectionCoverage: ReadonlyMap<string, Coverage>;
  readonly saveState: SaveState;
  readonly activeSection: string | null;
  readonly panel: Panel;
  readonly scope: CoverageScope;
  /** The framework shown in the panel. */
  readonly framework: string;
  /** Where the caret is wanted, until it is there: in a block, or just in the text of the section. */
  readonly focusRequest: { readonly section: string; readonly block: string | null } | null;
}

export interface StrategyActions {
  readonly setOutline: (outline: Outline) => void;
  readonly putSummaries: (summaries: readonly SectionSummary[]) => void;
  readonly setSaveState: (saveState: SaveState) => void;
  readonly showSection: (section: string) => void;
  /** Shows a section and puts the caret into one of its blocks, or into its text. */
  readonly goTo: (section: string, block: string | null) => void;
  /** The caret is where it was wanted. */
  readonly focusServed: () => void;
  readonly setPanel: (panel: Panel) => void;
  readonly setScope: (scope: CoverageScope) => void;
  readonly setFramework: (framework: string) => void;
}

export type StrategyStore = StoreApi<StrategyState & StrategyActions>;

export function createStrategyStore(frameworks: readonly Framework[]): StrategyStore {
  return createStore<StrategyState & StrategyActions>()((set) => ({
    ...emptyState(frameworks),
    setOutline: (outline) =>
      set((state) => withCoverage({ ...state, outline, activeSection: stillThere(state, outline) })),
    putSummaries: (summaries) =>
      set((state) => {
        const next = new Map(state.summaries);
        for (const summary of summaries) next.set(summary.section, summary);
        return withCoverage({ ...state, summaries: next });
      }),
    setSaveState: (saveState) => set({ saveState }),
    showSection: (activeSection) => set((state) => withCoverage({ ...state, activeSection })),
    goTo: (activeSection, block) =>
      set((state) => withCoverage({ ...state, activeSection, focusRequest: { section: activeSection, block } })),
    focusServed: () => set({ focusRequest: null }),
    setPanel: (panel) => set({ panel }),
    setScope: (scope) => set({ scope }),
    setFramework: (framework) => set({ framework }),
  }));
}

function emptyState(frameworks: readonly Framework[]): StrategyState {
  return {
    frameworks,
    outline: null,
    summaries: new Map(),
    coverage: new Map(),
    sectionCoverage: new Map(),
    saveState: { kind: 'connecting' },
    activeSection: null,
    panel: 'coverage',
    scope: 'strategy',
    framework: DEFAULT_FRAMEWORK,
    focusRequest: null,
  };
}

/** The section in view, or the one that has taken its place when somebody has deleted it. */
function stillThere({ outline, activeSection }: StrategyState, { sections }: Outline): string | null {
  const known = outline?.sections ?? [];
  const index = known.findIndex(({ id }) => id === activeSection);
  const isThere = (id: string | null): boolean => sections.some((section) => section.id === id);
  if (index === -1 || isThere(activeSection)) return activeSection;
  const nearest = [...known.slice(index + 1), ...known.slice(0, index).toReversed()];
  return nearest.find(({ id }) => isThere(id))?.id ?? null;
}

/** Keeps the invariants: the section in view exists, and coverage follows from the rest. */
function withCoverage<S extends StrategyState>(state: S): S {
  const { outline, summaries, frameworks } = state;
  if (!outline) return state;
  const sections = outline.sections.flatMap(({ id }) => summaries.get(id) ?? []);
  const activeSection =
    outline.sections.find(({ id }) => id === state.activeSection)?.id ?? outline.sections[0]?.id ?? null;
  const cover = (
    previous: ReadonlyMap<string, Coverage>,
    covered: readonly SectionSummary[],
  ): ReadonlyMap<string, Coverage> =>
    new Map(
      frameworks.map((framework) => [
        framework.id,
        computeCoverage(
          { framework, template: outline.template, sections: covered, decisions: outline.decisions, actions: [] },
          previous.get(framework.id),
        ),
      ]),
    );
  return {
    ...state,
    activeSection,
    coverage: cover(state.coverage, sections),
    sectionCoverage: cover(
      state.sectionCoverage,
      sections.filter(({ section }) => section === activeSection),
    ),
  };
}
