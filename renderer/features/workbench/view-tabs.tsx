import { useTranslation } from 'react-i18next';
import { BookOpen, Grid3x3, PenLine, type LucideIcon } from 'lucide-react';
import { VIEWS } from '../../app/strategy-store.ts';
import { showView } from './show-view.ts';
import { useStrategy, useWorkbench } from './workbench-context.ts';
import './view-tabs.css';

const ICONS: Readonly<Record<(typeof VIEWS)[number], LucideIcon>> = {
  draft: PenLine,
  reading: BookOpen,
  matrix: Grid3x3,
};

/** Chooses what fills the window. */
export function ViewTabs(): React.ReactNode {
  const { t } = useTranslation();
  const { store } = useWorkbench();
  const shown = useStrategy(({ view }) => view.kind);
  return (
    <nav className="view-tabs" aria-label={t('view.label')}>
      {VIEWS.map((view) => {
        const Icon = ICONS[view];
        return (
          <button
            key={view}
            type="button"
            className="view-tab"
            title={t(`view.${view}`)}
            aria-current={view === shown ? 'page' : undefined}
            onClick={() => showView(store, view)}
          >
            <Icon aria-hidden />
            <span>{t(`view.${view}`)}</span>
          </button>
        );
      })}
    </nav>
  );
}
