import i18next from 'i18next';
import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { sectionDocument } from '../../../shared/document/layout.ts';
import { removeTag, tagKey, type Tag } from '../../../shared/document/tags.ts';
import { unplacedTags } from '../../../shared/domain/coverage.ts';
import { findPrinciple, type Framework } from '../../../shared/domain/framework.ts';
import { changeSection, isGranted, isWritable } from '../../app/changes.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { showToast } from '../../ui/toasts.tsx';
import { keepFocusIn, REGIONS } from '../workbench/regions.ts';
import { useStrategy, useWorkbench, type OpenWorkbench } from '../workbench/workbench-context.ts';

interface Unplaced {
  readonly section: string;
  readonly number: number;
  readonly tag: Tag;
}

/** Tags that have lost their paragraph: shown, never counted, removed only by hand. */
export function UnplacedTags({ framework }: { readonly framework: Framework }): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const canChange = useStrategy(isWritable);
  const sharing = useStrategy((state) => state.sharing);
  const unplaced = useUnplaced(framework.id);
  if (unplaced.length === 0) return null;
  return (
    <Disclosure className="principle-group is-quiet">
      <Heading level={2}>
        <Button slot="trigger" className="quiet-trigger">
          <ChevronRight aria-hidden className="disclosure-arrow" />
          {t('coverage.unplaced', { count: unplaced.length })}
        </Button>
      </Heading>
      <DisclosurePanel>
        <p className="group-note">{t('coverage.unplacedWhy')}</p>
        <ul>
          {unplaced.map(({ section, number, tag }) => (
            <li key={`${section} ${tagKey(tag.block, tag)}`} className="unplaced-tag">
              <span>
                {t('coverage.unplacedTag', {
                  principle: tag.principle,
                  title: findPrinciple(framework, tag.principle)?.short ?? '',
                  strength: t(`strength.${tag.strength}`),
                })}
              </span>
              <bdi className="muted">{t('coverage.unplacedIn', { number, by: tag.by })}</bdi>
              <Button
                className="button small quiet"
                isDisabled={!canChange || !isGranted({ sharing }, sectionDocument(section))}
                aria-label={t('coverage.removeUnplaced', { principle: tag.principle, number })}
                onPress={() => void removeUnplaced(workbench, section, tag)}
              >
                {t('action.remove')}
              </Button>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

function useUnplaced(framework: string): readonly Unplaced[] {
  const outline = useStrategy((state) => state.outline);
  const summaries = useStrategy((state) => state.summaries);
  return useMemo(() => {
    const numbered = (outline?.sections ?? []).flatMap(({ id }, index) => {
      const summary = summaries.get(id);
      return summary ? [{ summary, number: index + 1 }] : [];
    });
    if (numbered.every(({ summary }) => summary.unplaced.length === 0)) return [];
    const placed = new Set(numbered.flatMap(({ summary }) => summary.passages.map(({ block }) => block)));
    return numbered.flatMap(({ summary, number }) =>
      unplacedTags([summary], (block) => placed.has(block))
        .filter((tag) => tag.framework === framework)
        .map((tag) => ({ section: summary.section, number, tag })),
    );
  }, [outline, summaries, framework]);
}

async function removeUnplaced(workbench: OpenWorkbench, section: string, tag: Tag): Promise<void> {
  try {
    await workbench.connection.openSection(section).whenSynced;
  } catch (error) {
    showToast({ text: failureSentence(i18next.t, error) });
    return;
  }
  changeSection(workbench, section, (doc) => removeTag(doc, tag.block, tag));
  keepFocusIn(REGIONS.panel);
}
