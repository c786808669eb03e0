import { useTranslation } from 'react-i18next';
import { useSectionInView } from '../workbench/use-section-in-view.ts';
import { useStrategy } from '../workbench/workbench-context.ts';
import { ClassificationMark } from '../classification/classification-mark.tsx';
import { SpellingStatus } from '../spelling/spelling-status.tsx';
import { SharingStatus } from '../sharing/sharing-status.tsx';
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
      <SharingStatus />
      <ClassificationMark />
      <WordCounts />
      <SectionFacts />
      <div className="status-bar-end">
        <SpellingStatus />
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
  const shown = useSectionInView();
  if (!shown) return null;
  return (
    <bdi className="status-bar-section">
      {t('statusBar.section', { number: shown.number, owner: shown.section.owner || t('outline.noOwner') })}
    </bdi>
  );
}
