import { Download, Landmark, PanelLeftOpen, PanelRightOpen, Search, UsersRound } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { navigate } from '../../app/navigation.ts';
import { preferences } from '../../app/preferences.ts';
import { openDialog, useWindowState } from '../../app/window-state.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { commandKeys } from '../../ui/keys.ts';
import { PeopleMenu } from '../presence/people-menu.tsx';
import { SettingsMenu } from '../settings/settings-menu.tsx';
import { TOP_BAR } from './regions.ts';
import { showOutline, showPanel } from './show-panel.ts';
import { StrategyTitle } from './strategy-title.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import { useIsNarrow, useIsSmall } from './use-is-narrow.ts';
import { ViewTabs } from './view-tabs.tsx';
import { useStrategy } from './workbench-context.ts';
import './top-bar.css';

/** The strategy's title and what can be done with the whole of it. */
export function TopBar(): React.ReactNode {
  const { t } = useTranslation();
  return (
    <header id={TOP_BAR} className="top-bar" aria-label={t('regions.topBar')}>
      <IconButton label={t('topBar.home')} icon={Landmark} onPress={() => navigate('/')} />
      <ShowOutline />
      <StrategyTitle />
      <ViewTabs />
      <div className="top-bar-actions">
        <Button className="button find-button" onPress={() => openDialog({ kind: 'palette' })}>
          <Search aria-hidden />
          <span>{t('topBar.find')}</span>
          <kbd aria-hidden>{commandKeys('K')}</kbd>
        </Button>
        <UndoButtons />
        <PeopleMenu />
        <IconButton label={t('topBar.share')} icon={UsersRound} onPress={() => openDialog({ kind: 'sharing' })} />
        <SettingsMenu />
        <ShowPanel />
        <Button className="button primary" onPress={() => openDialog({ kind: 'export' })}>
          <Download aria-hidden />
          <span>{t('topBar.export')}</span>
        </Button>
      </div>
    </header>
  );
}

/** Stands by itself, as the next does, so that the bar is not drawn again with the view. */
function ShowOutline(): React.ReactNode {
  const { t } = useTranslation();
  const isBeside = useIsBesideText();
  const isSmall = useIsSmall();
  const isOutlineOver = useWindowState((state) => state.isOutlineOver);
  if (!isBeside || !isSmall || isOutlineOver) return null;
  return <IconButton label={t('topBar.showOutline')} icon={PanelLeftOpen} flips onPress={() => showOutline(true)} />;
}

function ShowPanel(): React.ReactNode {
  const { t } = useTranslation();
  const isBeside = useIsBesideText();
  const isNarrow = useIsNarrow();
  const isPanelOpen = useStore(preferences, (state) => state.isPanelOpen);
  const isPanelOver = useWindowState((state) => state.isPanelOver);
  if (!isBeside || (isNarrow ? isPanelOver : isPanelOpen)) return null;
  return <IconButton label={t('topBar.showPanel')} icon={PanelRightOpen} flips onPress={() => showPanel(true)} />;
}

/** Whether what is shown has an outline and a panel beside it. */
function useIsBesideText(): boolean {
  return useStrategy(({ view }) => view.kind !== 'matrix');
}
