import { PanelRightClose } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { PANEL_WIDTH, preferences, setPreference } from '../../app/preferences.ts';
import { PanelResizer } from '../../ui/panel-resizer.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
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
  search: <SearchPanel />,
  history: <HistoryPanel />,
};

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
              <Tab key={id} id={id} className="side-tab">
                {t(`panel.${id}`)}
              </Tab>
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
