import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { withdrawDecision, type Decision } from '../../../shared/document/outline.ts';
import { changeOutline, isOutlineWritable } from '../../app/changes.ts';
import { keepFocusIn, REGIONS } from '../workbench/regions.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';

export interface DecisionNoteProps {
  readonly decision: Decision;
  /** Whether something answers the principle all the same. */
  readonly contradicted: boolean;
}

/** Why a principle is set aside, by whom and when; and the way to take it up again. */
export function DecisionNote({ decision, contradicted }: DecisionNoteProps): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const canChange = useStrategy(isOutlineWritable);
  const when = new Date(decision.at);
  return (
    <div className="decision-note">
      <p>
        <bdi>{decision.reason}</bdi>
      </p>
      <p className="muted">
        {decision.by === ''
          ? t('coverage.setAsideByUnknown', { when })
          : t('coverage.setAsideBy', { by: decision.by, when })}
      </p>
      {contradicted && <p className="decision-flag">{t('coverage.contradicted')}</p>}
      <Button
        className="button small"
        isDisabled={!canChange}
        onPress={() => {
          changeOutline(workbench, (doc) => withdrawDecision(doc, decision));
          keepFocusIn(REGIONS.panel);
        }}
      >
        {t('coverage.withdraw')}
      </Button>
    </div>
  );
}
