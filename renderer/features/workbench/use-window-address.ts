import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { VIEWS } from '../../app/strategy-store.ts';
import { useStrategy } from './workbench-context.ts';

/** Lets title and address of the window follow the strategy, the section and the view, so that a reload comes back here. */
export function useWindowAddress(): void {
  const { t } = useTranslation();
  const title = useStrategy(({ outline }) => outline?.title ?? '');
  const section = useStrategy(({ activeSection }) => activeSection);
  const view = useStrategy((state) => VIEWS.find((kind) => kind === state.view.kind) ?? 'draft');
  useEffect(() => {
    document.title = t('app.documentTitle', { title });
  }, [t, title]);
  useEffect(() => {
    const query = new URLSearchParams(location.search);
    if (section === null) query.delete('section');
    else query.set('section', section);
    if (view === 'draft') query.delete('view');
    else query.set('view', view);
    history.replaceState(history.state, '', `${location.pathname}?${query}`);
  }, [section, view]);
}
