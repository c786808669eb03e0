import { Search, X } from 'lucide-react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/segmented.tsx';
import { coverageView, useCoverageView } from './coverage-view.ts';

/** Narrows the list of principles. */
export function CoverageFilters(): React.ReactNode {
  const { t } = useTranslation();
  const filter = useCoverageView((state) => state.filter);
  const query = useCoverageView((state) => state.query);
  return (
    <div className="coverage-filters">
      <Segmented
        label={t('coverage.show')}
        value={filter}
        options={[
          { id: 'all', label: t('coverage.all') },
          { id: 'gaps', label: t('coverage.gaps') },
        ]}
        onChange={(chosen) => coverageView.setState({ filter: chosen })}
      />
      <SearchField
        className="search"
        aria-label={t('coverage.search')}
        value={query}
        onChange={(next) => coverageView.setState({ query: next })}
      >
        <Search aria-hidden />
        <Input placeholder={t('coverage.search')} />
        <Button className="icon-button small" aria-label={t('coverage.clearSearch')}>
          <X aria-hidden />
        </Button>
      </SearchField>
    </div>
  );
}
