import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStrategy } from './workbench-context.ts';

/** Lets title and address of the window follow the strategy and the section, so that a reload comes back here. */
export function useWindowAddress(): void {
  const { t } = useTranslation();
  const title = useStrategy(({ outline }) => outline?.title ?? '');
  const section = useStrategy(({ activeSection }) => activeSection);
  const isReading = useStrategy(({ view }) => view.kind === 'reading');
  useEffect(() => {
    document.title = t('app.documentTitle', { title });
  }, [t, title]);
  useEffect(() => {
    const query = new URLSearchParams(location.search);
    if (section === null) query.delete('section');
    else query.set('section', section);
    if (isReading) query.set('view', 'reading');
    else query.delete('view');
    history.replaceState(history.state, '', `${location.pathname}?${query}`);
  }, [section, isReading]);
}
