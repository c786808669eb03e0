import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { tagKey } from '../../../shared/document/tags.ts';
import { strayTags } from '../../../shared/domain/framework-tags.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import { useStrategy } from '../workbench/workbench-context.ts';
import { PassageButton } from './passage-list.tsx';

/** Tags to numbers that this edition of the framework does not have: shown, never counted, removed in the text. */
export function StrayTagList({ framework }: { readonly framework: Framework }): React.ReactNode {
  const { t } = useTranslation();
  const outline = useStrategy((state) => state.outline);
  const summaries = useStrategy((state) => state.summaries);
  const strays = useMemo(() => {
    const sections = outline?.sections ?? [];
    const numbers = new Map(sections.map(({ id }, index) => [id, index + 1]));
    return strayTags(
      framework,
      sections.flatMap(({ id }) => summaries.get(id) ?? []),
    ).map((stray) => ({ ...stray, sectionNumber: numbers.get(stray.section)! }));
  }, [framework, outline, summaries]);
  if (strays.length === 0) return null;
  return (
    <Disclosure className="principle-group is-quiet">
      <Heading level={2}>
        <Button slot="trigger" className="quiet-trigger">
          <ChevronRight aria-hidden className="disclosure-arrow" />
          {t('coverage.strays', { count: strays.length })}
        </Button>
      </Heading>
      <DisclosurePanel>
        <p className="group-note">{t('coverage.straysWhy')}</p>
        <ul className="passages stray-tags">
          {strays.map(({ section, sectionNumber, passage: { block, number, excerpt }, tag }) => (
            <li key={tagKey(block, tag)}>
              <PassageButton
                passage={{
                  section,
                  block,
                  number: number === null ? `${sectionNumber}` : `${sectionNumber}.${number}`,
                  excerpt,
                  strength: tag.strength,
                  reason: t('coverage.strayNumber', { number: tag.principle }),
                  by: tag.by,
                }}
              />
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
