import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/application-session.ts';

export interface StrategyFrontProps {
  readonly title: string;
  readonly classification: string;
  /** When the text was like this; null for now. */
  readonly asOf: Date | null;
}

/** The title; in print a page of its own, with who it comes from and of which day it is. */
export function StrategyFront({ title, classification, asOf }: StrategyFrontProps): React.ReactNode {
  const { t } = useTranslation();
  const { person } = useSession();
  const today = useDayOfPrint();
  const organisation = person?.organisation.trim() ?? '';
  return (
    <header className="strategy-front">
      {classification !== '' && <p className="strategy-front-classification">{classification}</p>}
      {organisation !== '' && <p className="strategy-front-organisation print-only">{organisation}</p>}
      <h1 className="strategy-front-title">{title}</h1>
      <p className="strategy-front-date print-only">
        {asOf === null ? t('reading.date', { when: today }) : t('reading.asOf', { when: asOf })}
      </p>
      <p className="strategy-front-notice print-only">{t('docx.draftNotice')}</p>
    </header>
  );
}

/** Today; looked up again when it is printed, as windows stay open for days. */
function useDayOfPrint(): Date {
  const [day, setDay] = useState(() => new Date());
  useEffect(() => {
    const onPrint = (): void => flushSync(() => setDay(new Date()));
    addEventListener('beforeprint', onPrint);
    return () => removeEventListener('beforeprint', onPrint);
  }, []);
  return day;
}
