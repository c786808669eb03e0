import { ComparisonView } from '../history/comparison-view.tsx';
import { VersionView } from '../history/version-view.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { SectionView } from './section-view.tsx';
import { useStrategy } from './workbench-context.ts';

/** What the middle of the window shows. */
export function MainView(): React.ReactNode {
  const view = useStrategy((state) => state.view);
  switch (view.kind) {
    // Out of sight then, and in place for when it is back.
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
