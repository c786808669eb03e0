import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '../../../shared/document/tags.ts';
import { findPrinciple, type Principle } from '../../../shared/domain/framework.ts';
import type { StrategyStore } from '../../app/strategy-store.ts';

/** How tags are called: in the margin, and to a screen reader. */
export function useTagNames(store: StrategyStore): {
  readonly principleOf: (tag: Pick<Tag, 'framework' | 'principle'>) => Principle | undefined;
  readonly nameTag: (tag: Tag) => string;
  /** Whether the framework of a tag is in the strategy, so that the tag says something. */
  readonly isKnown: (tag: Pick<Tag, 'framework'>) => boolean;
} {
  const { t } = useTranslation();
  const principleOf = useCallback(
    ({ framework: id, principle }: Pick<Tag, 'framework' | 'principle'>): Principle | undefined => {
      const framework = store.getState().frameworks.find((candidate) => candidate.id === id);
      return framework && findPrinciple(framework, principle);
    },
    [store],
  );
  const nameTag = useCallback(
    (tag: Tag): string =>
      t('editor.tagName', {
        number: tag.principle,
        title: principleOf(tag)?.title ?? t('frameworks.numberUnknown'),
        strength: t(`strength.${tag.strength}`),
      }),
    [principleOf, t],
  );
  const isKnown = useCallback(
    ({ framework }: Pick<Tag, 'framework'>): boolean => store.getState().frameworks.some(({ id }) => id === framework),
    [store],
  );
  return { principleOf, nameTag, isKnown };
}
