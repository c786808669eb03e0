import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../shared/domain/comparison/comparison.ts';
import { languageName } from '../spelling/language-name.ts';
import { ChangedValue } from './changed-value.tsx';

/** What is different about the document as a whole; nothing where nothing is. */
export function ComparedFacts({ comparison: { facts } }: { readonly comparison: Comparison }): React.ReactNode {
  const { t, i18n } = useTranslation();
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="compared-facts">
      <h2 id="compared-facts">{t('history.document')}</h2>
      <ul className="compared-facts">
        {facts.map(({ fact, before, after }) => {
          const inWords = (value: string): string => (fact === 'locale' ? languageName(value, i18n.language) : value);
          return (
            <li key={fact}>
              <ChangedValue label={t(`history.fact.${fact}`)} before={inWords(before)} after={inWords(after)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
