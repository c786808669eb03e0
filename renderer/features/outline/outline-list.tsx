import { useEffect, useRef, useState } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OutlineSection } from '../../../shared/document/outline.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { titleOf } from './outline-commands.ts';
import { OutlineRow } from './outline-row.tsx';

const NONE: readonly OutlineSection[] = [];
/** In pixels; most titles take two lines. Rows are measured once they are drawn. */
const LAYOUT = { estimatedRowHeight: 44 };

interface NumberedSection {
  readonly id: string;
  readonly number: number;
  readonly section: OutlineSection;
}

/**
 * The rows of the outline: chosen by click or Enter, reordered by pointer or keyboard. Only those in
 * view are drawn, because the browser goes over every row there is at each key that is typed.
 */
export function OutlineList(): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const sections = useStrategy(({ outline }) => outline?.sections ?? NONE);
  const active = useStrategy(({ activeSection }) => activeSection);
  const list = useRef<HTMLDivElement>(null);
  const [layout] = useState(() => new ListLayout<NumberedSection>());
  const revealed = useRef<string>(null);
  useEffect(() => {
    // Coming back into sight is no reason to scroll.
    if (active === null || active === revealed.current || !list.current) return;
    revealed.current = active;
    reveal(list.current, layout, active);
  }, [active, layout]);
  const items = sections.map((section, index): NumberedSection => ({ id: section.id, number: index + 1, section }));

  return (
    <Virtualizer layout={layout} layoutOptions={LAYOUT} shouldObserveItemSize>
      <GridList
        ref={list}
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
        shouldSelectOnPressUp
      >
        {({ id, number, section }) => (
          <GridListItem id={id} className="outline-row" textValue={titleOf(section)}>
            <OutlineRow section={section} number={number} />
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  );
}

/** Scrolls no further than it takes to see a row, which may not be drawn yet. */
function reveal(list: HTMLElement, layout: ListLayout<NumberedSection>, section: string): void {
  const row = layout.getLayoutInfo(section)?.rect;
  const scroller = list.parentElement?.closest('.outline-scroll');
  if (!row || !scroller) return;
  const top = list.getBoundingClientRect().top + row.y;
  const view = scroller.getBoundingClientRect();
  if (top < view.top) scroller.scrollBy({ top: top - view.top });
  else if (top + row.height > view.bottom) scroller.scrollBy({ top: top + row.height - view.bottom });
}
