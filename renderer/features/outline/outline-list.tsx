import { DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OutlineSection } from '../../../shared/document/outline.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { placeSection, titleOf } from './outline-commands.ts';
import { OutlineRow } from './outline-row.tsx';

const NONE: readonly OutlineSection[] = [];
const DRAG_TYPE = 'application/x-valletta-section';

interface NumberedSection {
  readonly id: string;
  readonly number: number;
  readonly section: OutlineSection;
}

/** The rows of the outline: chosen by click or Enter, reordered by pointer or keyboard. */
export function OutlineList(): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const sections = useStrategy(({ outline }) => outline?.sections ?? NONE);
  const active = useStrategy(({ activeSection }) => activeSection);
  const items = sections.map((section, index): NumberedSection => ({ id: section.id, number: index + 1, section }));

  const { dragAndDropHooks } = useDragAndDrop<NumberedSection>({
    getItems: (keys) => [...keys].map((key) => ({ [DRAG_TYPE]: String(key) })),
    onReorder: ({ keys, target }) => {
      const moved = [...keys].map(String)[0];
      if (moved === undefined) return;
      const others = sections.filter(({ id }) => id !== moved);
      const index = others.findIndex(({ id }) => id === target.key);
      const after = target.dropPosition === 'after' ? others[index] : others[index - 1];
      placeSection(workbench, moved, after?.id ?? null);
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="outline-drop" />,
  });

  return (
    <GridList
      className="outline-list"
      aria-label={t('outline.label')}
      items={items}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={active === null ? [] : [active]}
      onSelectionChange={(keys) => {
        const chosen = keys === 'all' ? undefined : [...keys][0];
        if (chosen !== undefined) workbench.store.getState().showSection(String(chosen));
      }}
      keyboardNavigationBehavior="tab"
      dragAndDropHooks={dragAndDropHooks}
    >
      {({ id, number, section }) => (
        <GridListItem id={id} className="outline-row" textValue={titleOf(section)}>
          <OutlineRow section={section} number={number} />
        </GridListItem>
      )}
    </GridList>
  );
}
