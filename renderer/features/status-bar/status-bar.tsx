import { useTranslation } from 'react-i18next';
import { useStrategy } from '../workbench/workbench-context.ts';
import { LanguageMenu } from './language-menu.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import { ZoomControl } from './zoom-control.tsx';
import './status-bar.css';

/** Saved or not, how long the text is, whose section it is; language and size. */
export function StatusBar(): React.ReactNode {
  const { t } = useTranslation();
  return (
    <footer className="status-bar" aria-label={t('regions.statusBar')}>
      <SaveIndicator />
      <WordCounts />
      <SectionFacts />
      <div className="status-bar-end">
        <LanguageMenu />
        <ZoomControl />
      </div>
    </footer>
  );
}

function WordCounts(): React.ReactNode {
  const { t } = useTranslation();
  const here = useStrategy(({ summaries, activeSection }) =>
    activeSection === null ? 0 : (summaries.get(activeSection)?.words ?? 0),
  );
  const all = useStrategy(({ outline, summaries }) =>
    (outline?.sections ?? []).reduce((sum, { id }) => sum + (summaries.get(id)?.words ?? 0), 0),
  );
  return (
    <>
      <span>{t('statusBar.strategyWords', { count: all })}</span>
      <span>{t('statusBar.sectionWords', { count: here })}</span>
    </>
  );
}

function SectionFacts(): React.ReactNode {
  const { t } = useTranslation();
  const index = useStrategy(
    ({ outline, activeSection }) => outline?.sections.findIndex(({ id }) => id === activeSection) ?? -1,
  );
  const owner = useStrategy(
    ({ outline, activeSection }) => outline?.sections.find(({ id }) => id === activeSection)?.owner ?? '',
  );
  if (index === -1) return null;
  return (
    <bdi className="status-bar-section">
      {t('statusBar.section', { number: index + 1, owner: owner || t('outline.noOwner') })}
    </bdi>
  );
}
