import { Activity, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { preferences } from '../../app/preferences.ts';
import { useWindowState } from '../../app/window-state.ts';
import { useBackupNotice } from '../backups/use-backup-notice.ts';
import { StrategyMenuCommands } from '../desktop/menu-commands.tsx';
import { useDeletionNotice } from '../outline/use-deletion-notice.ts';
import { MatrixView } from '../matrix/matrix-view.tsx';
import { OutlinePanel } from '../outline/outline-panel.tsx';
import { useSpellingEvents } from '../spelling/use-spelling-events.ts';
import { useArrivedNotice } from '../sharing/use-arrived-notice.ts';
import { StatusBar } from '../status-bar/status-bar.tsx';
import { useOncePainted } from '../../ui/use-once-painted.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { MainView } from './main-view.tsx';
import { NetworkBanner } from './network-banner.tsx';
import { REGIONS } from './regions.ts';
import { SidePanel } from './side-panel.tsx';
import { TopBar } from './top-bar.tsx';
import { useGlobalKeys } from './use-global-keys.ts';
import { useIsNarrow, useIsSmall } from './use-is-narrow.ts';
import { useVisibleReplay } from './use-visible-replay.ts';
import { useWindowAddress } from './use-window-address.ts';
import { useStrategy } from './workbench-context.ts';
import { WorkbenchDialogs } from './workbench-dialogs.tsx';
import './workbench.css';

/** The strategy: its draft or the whole of it at a glance, with what is said above and below. */
export function Workbench(): React.ReactNode {
  useBackupNotice();
  useDeletionNotice();
  useArrivedNotice();
  useSpellingEvents();
  useGlobalKeys();
  useVisibleReplay();
  return (
    <div className="workbench">
      <WindowAddress />
      <SkipLink />
      <TopBar />
      <ConnectionBanner />
      <NetworkBanner />
      <Body />
      <StatusBar />
      <WorkbenchDialogs />
      <StrategyMenuCommands />
    </div>
  );
}

/** What changes with the view stands by itself, so that nothing around it is drawn again. */
function WindowAddress(): React.ReactNode {
  useWindowAddress();
  return null;
}

function SkipLink(): React.ReactNode {
  const { t } = useTranslation();
  const isMatrix = useIsMatrix();
  const region = isMatrix ? REGIONS.matrix : REGIONS.text;
  return (
    <a className="skip-link" href={`#${region}`} onClick={(event) => skipTo(event, region)}>
      {t(isMatrix ? 'app.skipToMatrix' : 'app.skipToText')}
    </a>
  );
}

function Body(): React.ReactNode {
  const { t } = useTranslation();
  const isMatrix = useIsMatrix();
  // Once opened they stay, out of sight: taking much away and setting it again is what takes time. The draft
  // is only hidden: as an activity that is, its editor would be torn down.
  const [hasDraft, setHasDraft] = useState(!isMatrix);
  const [hasMatrix, setHasMatrix] = useState(isMatrix);
  if (!isMatrix && !hasDraft) setHasDraft(true);
  if (isMatrix && !hasMatrix) setHasMatrix(true);
  return (
    <>
      {hasDraft && (
        <div className="workbench-body" hidden={isMatrix}>
          <Draft />
        </div>
      )}
      {hasMatrix && (
        <Activity mode={isMatrix ? 'visible' : 'hidden'}>
          <main id={REGIONS.matrix} className="workbench-matrix" aria-label={t('view.matrix')} tabIndex={-1}>
            <MatrixView />
          </main>
        </Activity>
      )}
    </>
  );
}

function useIsMatrix(): boolean {
  return useStrategy(({ view }) => view.kind === 'matrix');
}

/** One section, with the outline and the panel beside it; not drawn again as it goes out of sight. */
const Draft = memo(function Draft(): React.ReactNode {
  const { t } = useTranslation();
  const isPanelOpen = useStore(preferences, (state) => state.isPanelOpen);
  const isNarrow = useIsNarrow();
  const isSmall = useIsSmall();
  const isOutlineOver = useWindowState((state) => state.isOutlineOver);
  const isPanelOver = useWindowState((state) => state.isPanelOver);
  const showsPanel = isNarrow ? isPanelOver : isPanelOpen;
  return (
    <>
      {(!isSmall || isOutlineOver) && (
        <Outline>
          <OutlinePanel isOver={isSmall} />
        </Outline>
      )}
      <main id={REGIONS.text} className="workbench-text" aria-label={t('regions.text')} tabIndex={-1}>
        <MainView />
      </main>
      {showsPanel && <SidePanel isOver={isNarrow} />}
    </>
  );
});

/**
 * Its rows hear of nothing while they are out of sight: each of them follows every change between mouse and
 * keys. They are told so once the matrix is seen.
 */
function Outline({ children }: React.PropsWithChildren): React.ReactNode {
  const isMatrix = useIsMatrix();
  const wasMatrix = useOncePainted(isMatrix);
  return <Activity mode={isMatrix && wasMatrix ? 'hidden' : 'visible'}>{children}</Activity>;
}

/** The address keeps its path; only the focus moves. */
function skipTo(event: React.MouseEvent, region: string): void {
  event.preventDefault();
  document.getElementById(region)?.focus();
}
