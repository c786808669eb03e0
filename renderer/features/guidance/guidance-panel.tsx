import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { useSession } from '../../app/application-session.ts';
import { revealGaps } from '../coverage/coverage-view.ts';
import { useSectionInView } from '../workbench/use-section-in-view.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { SectionGuidance } from './section-guidance.tsx';
import './guidance-panel.css';

/** What is usually expected of the section in view. */
export function GuidancePanel(): React.ReactNode {
  const { t } = useTranslation();
  const { store } = useWorkbench();
  const { templates } = useSession();
  const template = useStrategy(({ outline }) => templates.find(({ id }) => id === outline?.template));
  const key = useSectionInView()?.section.key;
  const section = template?.sections.find((candidate) => candidate.key === key);
  return (
    <div className="guidance">
      {template && section ? (
        <SectionGuidance section={section} framework={template.framework} />
      ) : (
        <>
          <h2 className="guidance-title">{key === undefined ? t('panel.guidance') : t('guidance.ownTitle')}</h2>
          <p>{key === undefined ? t('guidance.noSection') : t('guidance.own')}</p>
          <Button className="button small guidance-button" onPress={() => revealGaps(store)}>
            {t('guidance.toCoverage')}
          </Button>
        </>
      )}
    </div>
  );
}
