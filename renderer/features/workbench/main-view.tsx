import type { View } from '../../app/strategy-store.ts';
import { ComparisonView } from '../history/comparison-view.tsx';
import { VersionView } from '../history/version-view.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { SectionView } from './section-view.tsx';
import { useStrategy } from './workbench-context.ts';

const DRAFT: View = { kind: 'draft' };

/** What the middle of the window shows. */
export function MainView(): React.ReactNode {
  // Behind the matrix the draft is out of sight, in place for when it is back, and not drawn again for it.
  const view = useStrategy((state) =>
    state.view.kind === 'matrix' || state.view.kind === 'draft' ? DRAFT : state.view,
  );
  switch (view.kind) {
    case 'matrix':
    case 'draft':
      return <SectionView />;
    case 'reading':
      return <ReadingView version={null} />;
    case 'version':
      return <VersionView key={view.version} version={view.version} />;
    case 'comparison':
      return <ComparisonView before={view.before} after={view.after} />;
  }
}
