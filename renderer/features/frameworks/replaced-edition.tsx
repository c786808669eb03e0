import { useTranslation } from 'react-i18next';
import { compareFrameworks } from '../../../shared/domain/framework-changes.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import { useTagCounts } from './use-tag-counts.ts';

export interface ReplacedEditionProps {
  readonly before: Framework;
  readonly after: Framework;
}

/** What changes when a later edition takes the place of the one that the strategy has. */
export function ReplacedEdition({ before, after }: ReplacedEditionProps): React.ReactNode {
  const { t } = useTranslation();
  const counts = useTagCounts().get(before.id);
  const { added, removed, renamed } = compareFrameworks(before, after);
  return (
    <section className="framework-changes" aria-label={t('frameworks.changes')}>
      <p>{t('frameworks.replaces', { title: before.title })}</p>
      <ul tabIndex={0} aria-label={t('frameworks.changes')}>
        {added.map(({ number, title }) => (
          <li key={`added ${number}`}>{t('frameworks.added', { number, title })}</li>
        ))}
        {removed.map(({ number, title }) => (
          <li key={`removed ${number}`}>
            {t('frameworks.dropped', { number, title })}{' '}
            {(counts?.get(number) ?? 0) > 0 && t('frameworks.droppedTags', { count: counts?.get(number) ?? 0 })}
          </li>
        ))}
        {renamed.map(({ number, before: old, after: title }) => (
          <li key={`renamed ${number}`}>{t('frameworks.renamed', { number, before: old, after: title })}</li>
        ))}
        {added.length + removed.length + renamed.length === 0 && <li>{t('frameworks.sameNumbers')}</li>}
      </ul>
    </section>
  );
}
