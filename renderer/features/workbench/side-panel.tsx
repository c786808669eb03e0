import { BookOpenText, ChartColumn, History, MessageSquareText, PanelRightClose, Search } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { PANEL_WIDTH, preferences, setPreference } from '../../app/preferences.ts';
import { PanelResizer } from '../../ui/panel-resizer.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { CommentsPanel } from '../comments/comments-panel.tsx';
import { CoveragePanel } from '../coverage/coverage-panel.tsx';
import { PANELS, type Panel } from '../../app/strategy-store.ts';
import { HistoryPanel } from '../history/history-panel.tsx';
import { SearchPanel } from '../search/search-panel.tsx';
import { GuidancePanel } from '../guidance/guidance-panel.tsx';
import { REGIONS } from './regions.ts';
import { showPanel } from './show-panel.ts';
import { useStrategy } from './workbench-context.ts';
import './side-panel.css';

const CONTENTS: Readonly<Record<Panel, React.ReactNode>> = {
  coverage: <CoveragePanel />,
  guidance: <GuidancePanel />,
  comments: <CommentsPanel />,
  search: <SearchPanel />,
  history: <HistoryPanel />,
};

const ICONS = {
  coverage: ChartColumn,
  guidance: BookOpenText,
  comments: MessageSquareText,
  search: Search,
  history: History,
} as const;

/** The panel at the end of the window: one thing at a time. */
export function SidePanel({ isOver }: { readonly isOver: boolean }): React.ReactNode {
  const { t } = useTranslation();
  const width = useStore(preferences, (state) => state.panelWidth);
  const panel = useStrategy((state) => state.panel);
  const setPanel = useStrategy((state) => state.setPanel);
  return (
    <aside
      id={REGIONS.panel}
      className={isOver ? 'side-panel is-over' : 'side-panel'}
      aria-label={t('regions.panel')}
      tabIndex={-1}
      style={{ inlineSize: width }}
      onKeyDown={(event) => {
        if (isOver && event.key === 'Escape' && !event.defaultPrevented) showPanel(false);
      }}
    >
      {!isOver && (
        <PanelResizer
          label={t('panel.resize')}
          edge="end"
          width={width}
          range={PANEL_WIDTH}
          onChange={(next) => setPreference('panelWidth', next)}
          controls={REGIONS.panel}
        />
      )}
      <Tabs
        className="side-tabs"
        selectedKey={panel}
        onSelectionChange={(key) => setPanel(PANELS.find((id) => id === key) ?? 'coverage')}
      >
        <div className="side-tabs-bar">
          <TabList className="side-tab-list" aria-label={t('panel.tabs')}>
            {PANELS.map((id) => (
              <PanelTab key={id} id={id} />
            ))}
          </TabList>
          <IconButton label={t('topBar.hidePanel')} icon={PanelRightClose} flips onPress={() => showPanel(false)} />
        </div>
        {PANELS.map((id) => (
          <TabPanel key={id} id={id} className="side-tab-panel">
            {CONTENTS[id]}
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  );
}

/** By its icon alone where there is no room for all names; the one that is shown always has its name. */
function PanelTab({ id }: { readonly id: Panel }): React.ReactNode {
  const { t } = useTranslation();
  const Icon = ICONS[id];
  const name = t(`panel.${id}`);
  return (
    <Tab id={id} className="side-tab">
      <span className="side-tab-label" title={name}>
        <Icon aria-hidden size={16} />
        <span className="side-tab-name">{name}</span>
      </span>
    </Tab>
  );
}
