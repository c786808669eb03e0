import { createStore, type StoreApi } from 'zustand';
import type { SaveState } from '../bridge/strategy-connection.ts';
import type { PlacedThread } from '../../shared/contract/comments.ts';
import type { SharingState } from '../../shared/contract/sharing.ts';
import type { Outline, OutlineSection } from '../../shared/document/outline.ts';
import { computeCoverage, type Coverage, type SectionSummary } from '../../shared/domain/coverage.ts';
import { numberTargets, type NumberedSection, type Target } from '../../shared/domain/references.ts';
import type { TextMatch } from '../../shared/domain/text-search.ts';
import { DEFAULT_FRAMEWORK, frameworksOf, type Framework } from '../../shared/domain/framework.ts';
import type { Wording } from '../../shared/domain/wording.ts';

export const PANELS = ['coverage', 'guidance', 'comments', 'search', 'history'] as const;
export type Panel = (typeof PANELS)[number];

/** What the middle of the window shows: the section in view, or something about the whole strategy. */
export const VIEWS = ['draft', 'reading', 'matrix'] as const;
export type View =
  | { readonly kind: (typeof VIEWS)[number] }
  | { readonly kind: 'version'; readonly version: string }
  /** Either may be null for the strategy as it is. */
  | { readonly kind: 'comparison'; readonly before: string | null; readonly after: string | null };
export type CoverageScope = 'section' | 'strategy';

/** What the window knows of the strategy it shows. Documents themselves live in the connection. */
export interface StrategyState {
  /** The frameworks that come with the application. */
  readonly shipped: readonly Framework[];
  /** Those and the strategy's own. */
  readonly frameworks: readonly Framework[];
  /** Official wordings that this person has added, by framework. */
  readonly wordings: ReadonlyMap<string, Wording>;
  /** Null until the outline has arrived. */
  readonly outline: Outline | null;
  readonly summaries: ReadonlyMap<string, SectionSummary>;
  /** By framework, for the whole strategy. */
  readonly coverage: ReadonlyMap<string, Coverage>;
  /** By framework, for the section in view. */
  readonly sectionCoverage: ReadonlyMap<string, Coverage>;
  /** What references can lead to, by id. */
  readonly targets: ReadonlyMap<string, Target>;
  readonly saveState: SaveState;
  /** How the strategy stands to other machines. */
  readonly sharing: SharingState;
  /** Who else has it open, once for each section that they are in. */
  readonly people: readonly PersonPresent[];
  /** What is said about the text, by section; null until it has arrived. */
  readonly threads: ReadonlyMap<string, readonly PlacedThread[]> | null;
  readonly activeSection: string | null;
  readonly view: View;
  readonly panel: Panel;
  readonly scope: CoverageScope;
  /** The framework shown in the panel. */
  readonly framework: string;
  /** Where the caret is wanted, until it is there: in a block, or just in the text of the section. */
  readonly focusRequest: FocusRequest | null;
}

/** Somebody at another device, and where they are. */
export interface PersonPresent {
  readonly key: string;
  readonly device: number;
  readonly name: string;
  readonly organisation: string;
  /** Null while something else than a section is shown there. */
  readonly section: string | null;
  readonly block: string | null;
}

export interface FocusRequest {
  readonly section: string;
  readonly block: string | null;
  /** What is to be selected in the text of the block. */
  readonly range: TextMatch | null;
}

export interface StrategyActions {
  /** @param isOwn Whether this window has changed it. */
  readonly setOutline: (outline: Outline, isOwn: boolean) => void;
  readonly putSummaries: (summaries: readonly SectionSummary[]) => void;
  readonly setWordings: (wordings: readonly Wording[]) => void;
  readonly setSaveState: (saveState: SaveState) => void;
  readonly setSharing: (sharing: SharingState) => void;
  readonly setPeople: (people: readonly PersonPresent[]) => void;
  readonly setThreads: (threads: ReadonlyMap<string, readonly PlacedThread[]>) => void;
  readonly putThreads: (section: string, threads: readonly PlacedThread[]) => void;
  /** Shows a section in the draft. */
  readonly showSection: (section: string) => void;
  /** Shows a section and puts the caret into one of its blocks, or into its text. */
  readonly goTo: (section: string, block: string | null, range?: TextMatch | null) => void;
  /** The caret is where it was wanted. */
  readonly focusServed: () => void;
  readonly show: (view: View) => void;
  /** Chooses what stands beside the draft, and shows it. */
  readonly setPanel: (panel: Panel) => void;
  readonly setScope: (scope: CoverageScope) => void;
  readonly setFramework: (framework: string) => void;
}

export type StrategyStore = StoreApi<StrategyState & StrategyActions>;

export function createStrategyStore(shipped: readonly Framework[]): StrategyStore {
  return createStore<StrategyState & StrategyActions>()((set) => ({
    ...emptyState(shipped),
    setOutline: (outline, isOwn) =>
      set((state) => derive({ ...state, outline, activeSection: staysInView(state, outline, isOwn) })),
    putSummaries: (summaries) =>
      set((state) => {
        const next = new Map(state.summaries);
        for (const summary of summaries) next.set(summary.section, summary);
        return derive({ ...state, summaries: next });
      }),
    setWordings: (wordings) => set({ wordings: new Map(wordings.map((wording) => [wording.framework, wording])) }),
    setSaveState: (saveState) => set({ saveState }),
    setSharing: (sharing) => set({ sharing }),
    setPeople: (people) => set({ people }),
    setThreads: (threads) => set({ threads }),
    putThreads: (section, threads) => set((state) => ({ threads: new Map(state.threads).set(section, threads) })),
    showSection: (activeSection) => set((state) => derive({ ...state, view: { kind: 'draft' }, activeSection })),
    goTo: (activeSection, block, range = null) =>
      set((state) =>
        derive({
          ...state,
          view: { kind: 'draft' },
          activeSection,
          focusRequest: { section: activeSection, block, range },
        }),
      ),
    show: (view) => set({ view }),
    focusServed: () => set({ focusRequest: null }),
    setPanel: (panel) => set(({ view }) => ({ panel, view: view.kind === 'matrix' ? { kind: 'draft' } : view })),
    setScope: (scope) => set({ scope }),
    setFramework: (framework) => set({ framework }),
  }));
}

function emptyState(shipped: readonly Framework[]): StrategyState {
  return {
    shipped,
    frameworks: shipped,
    wordings: new Map(),
    outline: null,
    summaries: new Map(),
    coverage: new Map(),
    sectionCoverage: new Map(),
    targets: new Map(),
    saveState: { kind: 'connecting' },
    sharing: { kind: 'alone' },
    people: [],
    threads: null,
    view: { kind: 'draft' },
    activeSection: null,
    panel: 'coverage',
    scope: 'strategy',
    framework: DEFAULT_FRAMEWORK,
    focusRequest: null,
  };
}

/**
 * The section in view after the outline has changed. One that somebody else has deleted stays, because
 * somebody may be writing in it; in the place of one that this window has deleted comes the next one.
 */
function staysInView(
  { outline, activeSection }: StrategyState,
  { sections, deleted }: Outline,
  isOwn: boolean,
): string | null {
  const isIn = (list: readonly OutlineSection[] | undefined, section: string | null): boolean =>
    list?.some(({ id }) => id === section) ?? false;
  if (isIn(sections, activeSection)) return activeSection;
  const wasDeleted = isIn(outline?.deleted, activeSection);
  const known = outline?.sections ?? [];
  const index = known.findIndex(({ id }) => id === activeSection);
  if (isIn(deleted, activeSection) && (wasDeleted || (index !== -1 && !isOwn))) return activeSection;
  const nearest = index === -1 ? [] : [...known.slice(index + 1), ...known.slice(0, index).toReversed()];
  return nearest.find(({ id }) => isIn(sections, id))?.id ?? sections[0]?.id ?? null;
}

/** A section and where it stands. */
export interface SectionInView {
  readonly section: OutlineSection;
  /** From 1; of a deleted section, the number that it would have. */
  readonly number: number;
  /** Somebody else has deleted it while it was in view. */
  readonly isDeleted: boolean;
}

export function sectionInView({
  outline,
  activeSection,
}: Pick<StrategyState, 'outline' | 'activeSection'>): SectionInView | null {
  const index = outline?.sections.findIndex(({ id }) => id === activeSection) ?? -1;
  if (outline && index !== -1) return { section: outline.sections[index]!, number: index + 1, isDeleted: false };
  const section = outline?.deleted.find(({ id }) => id === activeSection);
  if (!outline || !section) return null;
  const before = outline.sections.filter(({ order }) => order < section.order);
  return { section, number: before.length + 1, isDeleted: true };
}

/** The sections with what each offers to references. */
export function withTargets({ outline, summaries }: Pick<StrategyState, 'outline' | 'summaries'>): NumberedSection[] {
  return (outline?.sections ?? []).map(({ id, title }) => ({ id, title, targets: summaries.get(id)?.targets }));
}

/** The map as it was when nothing in it has changed, so that nothing is drawn anew for it. */
function keepIfSame(before: ReadonlyMap<string, Target>, after: ReadonlyMap<string, Target>): typeof after {
  if (before.size !== after.size) return after;
  const old = before.values();
  for (const { id, section, number, text } of after.values()) {
    const was = old.next().value;
    if (was?.id !== id || was.section !== section || was.number !== number || was.text !== text) return after;
  }
  return before;
}

/** The same list as long as the same frameworks are in it, so that what shows them stays as it is. */
function keepFrameworks({ shipped, frameworks: before }: StrategyState, outline: Outline): readonly Framework[] {
  const after = frameworksOf(shipped, outline.frameworks);
  const isSame = after.length === before.length && after.every((framework, index) => framework === before[index]);
  return isSame ? before : after;
}

/** Keeps the invariants: the section in view and the framework that is shown exist; coverage and what can be referred to follow from the rest. */
function derive<S extends StrategyState>(state: S): S {
  const { outline, summaries } = state;
  if (!outline) return state;
  const frameworks = keepFrameworks(state, outline);
  const sections = outline.sections.flatMap(({ id }) => summaries.get(id) ?? []);
  const activeSection = sectionInView(state)?.section.id ?? outline.sections[0]?.id ?? null;
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
    frameworks,
    framework: frameworks.some(({ id }) => id === state.framework) ? state.framework : DEFAULT_FRAMEWORK,
    activeSection,
    targets: keepIfSame(state.targets, numberTargets(withTargets(state))),
    coverage: cover(state.coverage, sections),
    sectionCoverage: cover(
      state.sectionCoverage,
      sections.filter(({ section }) => section === activeSection),
    ),
  };
}
