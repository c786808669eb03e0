import { FileDown, PanelLeftClose, Plus } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isOutlineWritable } from '../../app/changes.ts';
import { OUTLINE_WIDTH, preferences, setPreference } from '../../app/preferences.ts';
import { openDialog, windowState } from '../../app/window-state.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PanelResizer } from '../../ui/panel-resizer.tsx';
import { REGIONS } from '../workbench/regions.ts';
import { showOutline } from '../workbench/show-panel.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';
import { DeletedSections } from './deleted-sections.tsx';
import { addSectionAfter, deleteSection, shiftSection } from './outline-commands.ts';
import { OutlineList } from './outline-list.tsx';
import { useDropAtEnds } from './use-dragged-row.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import './outline-panel.css';

/** The sections in their order; the keys that work on the one that has the focus are here. */
export function OutlinePanel({ isOver }: { readonly isOver: boolean }): React.ReactNode {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const list = useRef<HTMLDivElement>(null);
  const scroller = useKeptScroll();
  const dropEnd = useDropAtEnds(scroller, list);
  const active = useStrategy(({ activeSection }) => activeSection);
  const shown = useRef(active);
  // Over the text it has served when a section has been chosen.
  useEffect(() => {
    if (isOver && shown.current !== active) hide();
  }, [isOver, active]);
  const width = useStore(preferences, (state) => state.outlineWidth);
  const canChange = useStrategy(isOutlineWritable);
  const last = useStrategy(({ outline }) => outline?.sections.at(-1)?.id ?? null);
  const move = (section: string, step: 1 | -1): void => {
    shiftSection(workbench, section, step);
    // Moving its row in the page takes the focus off it.
    requestAnimationFrame(() => rowOf(list.current, section)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const section = sectionOfRow(event);
    if (section === null) return;
    if (event.altKey && event.key === 'ArrowUp') move(section, -1);
    else if (event.altKey && event.key === 'ArrowDown') move(section, 1);
    else if (event.key === 'F2') windowState.setState({ renaming: section });
    else if (event.key === 'Delete') deleteSection(workbench, section);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onContextMenu = (event: MouseEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="row"]') : null;
    if (!row || (event.target instanceof HTMLElement && event.target.matches('input'))) return;
    event.preventDefault();
    row.querySelector<HTMLElement>('.outline-menu-button')?.click();
  };

  return (
    <nav
      id={REGIONS.outline}
      className={isOver ? 'outline-panel is-over' : 'outline-panel'}
      aria-label={t('regions.outline')}
      tabIndex={-1}
      style={{ inlineSize: width }}
      onKeyDownCapture={({ key, target }) => {
        // On its way down, because the list lets no Escape come up; that of a field is the field's own.
        if (isOver && key === 'Escape' && !(target instanceof HTMLInputElement)) hide();
      }}
    >
      <div ref={scroller} className="outline-scroll">
        <div className="outline-head">
          <h2 className="outline-title">{t('regions.outline')}</h2>
          {isOver && (
            <IconButton size="small" label={t('topBar.hideOutline')} icon={PanelLeftClose} flips onPress={hide} />
          )}
        </div>
        <div ref={list} className="outline-rows" onKeyDownCapture={onKeyDown} onContextMenu={onContextMenu}>
          <OutlineList />
          {dropEnd && <span className={`outline-drop is-${dropEnd}`} aria-hidden />}
        </div>
        <Button
          className="button quiet small outline-add"
          isDisabled={!canChange}
          onPress={() => addSectionAfter(workbench, last)}
        >
          <Plus aria-hidden />
          {t('outline.add')}
        </Button>
        <Button
          className="button quiet small outline-add"
          isDisabled={!canChange}
          onPress={() => openDialog({ kind: 'import' })}
        >
          <FileDown aria-hidden />
          {t('outline.import')}
        </Button>
        <DeletedSections />
      </div>
      {!isOver && (
        <PanelResizer
          label={t('outline.resize')}
          edge="start"
          width={width}
          range={OUTLINE_WIDTH}
          onChange={(next) => setPreference('outlineWidth', next)}
          controls={REGIONS.outline}
        />
      )}
    </nav>
  );
}

const hide = (): void => showOutline(false);

/** The section of the row that has the focus itself, not one of its buttons. */
function sectionOfRow({ target }: { readonly target: EventTarget }): string | null {
  return target instanceof HTMLElement && target.getAttribute('role') === 'row'
    ? (target.dataset['key'] ?? null)
    : null;
}

function rowOf(list: HTMLElement | null, section: string | null): HTMLElement | null {
  return section === null ? null : (list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(section)}"]`) ?? null);
}
