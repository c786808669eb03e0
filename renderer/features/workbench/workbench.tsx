import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { preferences } from '../../app/preferences.ts';
import { useWindowState } from '../../app/window-state.ts';
import { useBackupNotice } from '../backups/use-backup-notice.ts';
import { useDeletionNotice } from '../outline/use-deletion-notice.ts';
import { OutlinePanel } from '../outline/outline-panel.tsx';
import { StatusBar } from '../status-bar/status-bar.tsx';
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

/** The strategy: outline, text and panel, or the whole of it at a glance; with what is said above and below. */
export function Workbench(): React.ReactNode {
  const { t } = useTranslation();
  const isPanelOpen = useStore(preferences, (state) => state.isPanelOpen);
  const isNarrow = useIsNarrow();
  const isSmall = useIsSmall();
  const isOutlineOver = useWindowState((state) => state.isOutlineOver);
  const isPanelOver = useWindowState((state) => state.isPanelOver);
  useBackupNotice();
  useDeletionNotice();
  useGlobalKeys();
  useVisibleReplay();
  useWindowAddress();

  /** The matrix takes the place of what stands beside the text, too. */
  const isWide = useStrategy(({ view }) => view.kind === 'matrix');
  const showsPanel = isNarrow ? isPanelOver : isPanelOpen;
  return (
    <div className="workbench">
      <a className="skip-link" href={`#${REGIONS.text}`} onClick={skipToText}>
        {t(isWide ? 'app.skipToMatrix' : 'app.skipToText')}
      </a>
      <TopBar />
      <ConnectionBanner />
      <NetworkBanner />
      <div className="workbench-body">
        {!isWide && (!isSmall || isOutlineOver) && <OutlinePanel isOver={isSmall} />}
        <main
          id={REGIONS.text}
          className="workbench-text"
          aria-label={t(isWide ? 'view.matrix' : 'regions.text')}
          tabIndex={-1}
        >
          <MainView />
        </main>
        {!isWide && showsPanel && <SidePanel isOver={isNarrow} />}
      </div>
      <StatusBar />
      <WorkbenchDialogs />
    </div>
  );
}

/** The address keeps its path; only the focus moves. */
function skipToText(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById(REGIONS.text)?.focus();
}
