import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RecoveryReport } from '../../../shared/contract/copies.ts';
import type { ApplicationMethods, OutputOf } from '../../../shared/contract/methods.ts';
import { useSession } from '../../app/application-session.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { navigate, strategyPath } from '../../app/navigation.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';

type Recovered = OutputOf<ApplicationMethods, 'recover'>;

/** One file is recovered once, however often the dialog is drawn. */
const running = new Map<string, Promise<Recovered>>();

/** Recovers what can be read of a damaged file, says what that is, and opens it. */
export function RecoveryDialog({
  file,
  onClose,
}: {
  readonly file: string;
  readonly onClose: () => void;
}): React.ReactNode {
  const { t } = useTranslation();
  const { client } = useSession();
  const [recovered, setRecovered] = useState<Recovered | null>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    const recovering = running.get(file) ?? client.recover({ file });
    running.set(file, recovering);
    recovering
      .finally(() => running.delete(file))
      .then(setRecovered, (failure: unknown) => setError(failureSentence(t, failure)));
  }, [client, file, t]);

  const open = async (): Promise<void> => {
    try {
      const { id } = await client.open({ file: recovered!.file });
      onClose();
      navigate(strategyPath(id));
    } catch (failure) {
      setError(failureSentence(t, failure));
    }
  };

  return (
    <DialogFrame title={t('recovery.title')} onClose={onClose}>
      <div className="dialog-body" role="status">
        {!recovered && error === null && <p>{t('recovery.running')}</p>}
        {recovered && <p>{t('recovery.written', { file: recovered.file })}</p>}
        {recovered && <Report report={recovered.report} />}
        {error !== null && <p className="error-text">{error}</p>}
      </div>
      <div className="dialog-footer">
        <Button className="button" onPress={onClose}>
          {t('action.close')}
        </Button>
        {recovered && (
          <Button className="button primary" onPress={() => void open()} autoFocus>
            {t('recovery.open')}
          </Button>
        )}
      </div>
    </DialogFrame>
  );
}

function Report({
  report: { sections, isOutlineWhole, isLogDamaged, updatesLost, assetsLost },
}: {
  readonly report: RecoveryReport;
}): React.ReactNode {
  const { t } = useTranslation();
  const losses = [
    !isOutlineWhole && t('recovery.outlineDamaged'),
    isLogDamaged && t('recovery.logDamaged'),
    updatesLost > 0 && t('recovery.updatesLost', { count: updatesLost }),
    assetsLost > 0 && t('recovery.assetsLost', { count: assetsLost }),
  ].filter((loss) => loss !== false);
  const isAllWhole = losses.length === 0 && sections.every(({ state }) => state === 'whole');
  return (
    <>
      {isAllWhole && <p>{t('recovery.allWhole')}</p>}
      {losses.map((loss) => (
        <p key={loss}>{loss}</p>
      ))}
      <h3 className="field-label">{t('recovery.sections')}</h3>
      <ul className="guidance-list">
        {sections.map(({ id, title, state }) => (
          <li key={id}>
            <bdi>{title}</bdi>: {t(`recovery.states.${state}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
