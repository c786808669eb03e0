import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/segmented.tsx';
import { useStrategy } from './workbench-context.ts';

/** Views of the whole strategy that are always one click away. */
const VIEWS = ['draft', 'reading'] as const;

/** Between the section that one writes in and the whole strategy. */
export function ViewSwitch(): React.ReactNode {
  const { t } = useTranslation();
  const kind = useStrategy(({ view }) => view.kind);
  const show = useStrategy((state) => state.show);
  return (
    <Segmented
      label={t('topBar.views')}
      value={kind}
      options={VIEWS.map((id) => ({ id, label: t(`topBar.view.${id}`) }))}
      onChange={(chosen) => {
        const view = VIEWS.find((each) => each === chosen);
        if (view) show({ kind: view });
      }}
    />
  );
}
