import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PrincipleCoverage } from '../../../shared/domain/coverage.ts';
import type { Principle } from '../../../shared/domain/framework.ts';
import { isOutlineWritable } from '../../app/changes.ts';
import { openDialog } from '../../app/window-state.ts';
import { useStrategy } from '../workbench/workbench-context.ts';
import { DecisionNote } from './decision-note.tsx';
import { OfficialWording } from './official-wording.tsx';
import { PassageList } from './passage-list.tsx';
import { usePassages } from './use-passages.ts';

export interface PrincipleDetailsProps {
  readonly framework: string;
  readonly principle: Principle;
  readonly covered: PrincipleCoverage;
  readonly isHere: boolean;
}

/** A principle in full: where the text answers it, what it asks for, and the decision about it. */
export function PrincipleDetails({ framework, principle, covered, isHere }: PrincipleDetailsProps): React.ReactNode {
  const { t } = useTranslation();
  const canChange = useStrategy(isOutlineWritable);
  const { answering, mentioning } = usePassages(framework, principle.number, isHere);
  return (
    <div className="principle-details">
      <p className="principle-whole-title">
        <bdi>{principle.title}</bdi>
      </p>
      {covered.decision && <DecisionNote decision={covered.decision} contradicted={covered.contradicted} />}
      {answering.length > 0 && <PassageList title={t('coverage.passages')} passages={answering} />}
      {mentioning.length > 0 && <PassageList title={t('coverage.mentioned')} passages={mentioning} />}
      {answering.length === 0 && !covered.decision && (
        <p className="muted">{t(isHere ? 'coverage.noneHere' : 'coverage.none')}</p>
      )}
      {principle.explanation !== '' && (
        <p className="principle-explanation" dir="auto">
          {principle.explanation}
        </p>
      )}
      <OfficialWording framework={framework} number={principle.number} />
      {principle.prompts.length > 0 && (
        <div>
          <h4>{t('coverage.prompts')}</h4>
          <ul className="principle-prompts">
            {principle.prompts.map((prompt) => (
              <li key={prompt} dir="auto">
                {prompt}
              </li>
            ))}
          </ul>
        </div>
      )}
      {!covered.decision && (
        <Button
          className="button small principle-set-aside"
          isDisabled={!canChange}
          onPress={() => openDialog({ kind: 'set-aside', framework, principle: principle.number })}
        >
          {t('coverage.setAside')}
        </Button>
      )}
    </div>
  );
}
