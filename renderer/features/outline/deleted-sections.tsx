import { ChevronRight, RotateCcw } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OutlineSection } from '../../../shared/document/outline.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { keepFocusIn, REGIONS } from '../workbench/regions.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { restoreSection, titleOf } from './outline-commands.ts';

const NONE: readonly OutlineSection[] = [];

/** Sections that were deleted. Nothing of them is lost. */
export function DeletedSections(): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const deleted = useStrategy(({ outline }) => outline?.deleted ?? NONE);
  if (deleted.length === 0) return null;
  return (
    <Disclosure className="outline-deleted">
      <Heading level={3}>
        <Button slot="trigger" className="button quiet small">
          <ChevronRight aria-hidden className="disclosure-arrow" />
          {t('outline.deleted', { count: deleted.length })}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul>
          {deleted.map((section) => (
            <li key={section.id}>
              <bdi>{titleOf(section)}</bdi>
              <IconButton
                size="small"
                icon={RotateCcw}
                label={t('outline.restoreNamed', { title: titleOf(section) })}
                onPress={() => {
                  restoreSection(workbench, section.id);
                  keepFocusIn(REGIONS.outline);
                }}
              />
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
