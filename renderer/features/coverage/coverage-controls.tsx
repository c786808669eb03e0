import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/segmented.tsx';
import { useStrategy } from '../workbench/workbench-context.ts';
import { FrameworkSelect } from './framework-select.tsx';

/** Chooses the framework, and whether all of the strategy counts or the section in view. */
export function CoverageControls(): React.ReactNode {
  const { t } = useTranslation();
  const scope = useStrategy((state) => state.scope);
  const setScope = useStrategy((state) => state.setScope);
  return (
    <div className="coverage-controls">
      <FrameworkSelect />
      <Segmented
        label={t('coverage.scope')}
        value={scope}
        options={[
          { id: 'section', label: t('coverage.scopeSection') },
          { id: 'strategy', label: t('coverage.scopeStrategy') },
        ]}
        onChange={setScope}
      />
    </div>
  );
}
