import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Joining } from '../../../shared/contract/sharing.ts';
import { ComparisonDigits } from '../sharing/comparison-digits.tsx';
import { Progress } from '../../ui/progress.tsx';

export interface JoinCourseProps {
  readonly state: Extract<Joining, { state: 'waiting' | 'copying' }>;
  readonly onCancel: () => void;
}

/** What joining waits for: the other computer, its lead, or the documents. */
export function JoinCourse({ state, onCancel }: JoinCourseProps): React.ReactNode {
  return (
    <>
      <div className="dialog-body">
        {state.state === 'copying' ? <Copying {...state} /> : <Waiting code={state.code} />}
      </div>
      <Foot onCancel={onCancel} />
    </>
  );
}

function Waiting({ code }: { readonly code: string | null }): React.ReactNode {
  const { t } = useTranslation();
  return (
    <div className="join-code" role="status">
      {code === null ? (
        <p>{t('joining.asking')}</p>
      ) : (
        <>
          <ComparisonDigits code={code} isLarge />
          <p className="join-compare">{t('joining.compare')}</p>
          <p className="muted">{t('joining.compareHow')}</p>
          <p className="muted">{t('joining.waiting')}</p>
        </>
      )}
    </div>
  );
}

function Copying({ documents, behind }: { readonly documents: number; readonly behind: number }): React.ReactNode {
  const { t } = useTranslation();
  const done = documents - behind;
  return (
    <Progress
      label={t('joining.copying')}
      value={done}
      all={Math.max(1, documents)}
      words={t('joining.progress', { done, all: documents })}
    />
  );
}

function Foot({ onCancel }: { readonly onCancel: () => void }): React.ReactNode {
  const { t } = useTranslation();
  return (
    <div className="dialog-footer">
      <Button className="button" autoFocus onPress={onCancel}>
        {t('action.cancel')}
      </Button>
    </div>
  );
}
