import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { redo, undo } from '../../app/changes.ts';
import { openAnotherWindow } from '../../app/another-window.ts';
import { useSession } from '../../app/application-session.ts';
import { languagesToChoose } from '../../app/i18n.ts';
import { navigate } from '../../app/navigation.ts';
import { changeZoom, preferences, setPreference } from '../../app/preferences.ts';
import type { Panel } from '../../app/strategy-store.ts';
import { askText, openDialog, type TextRequest } from '../../app/window-state.ts';
import { commandKeys } from '../../ui/keys.ts';
import { revealGaps, revealPrinciple } from '../coverage/coverage-view.ts';
import { openSearch } from '../search/open-search.ts';
import { addSectionAfter, titleOf } from '../outline/outline-commands.ts';
import { showPanel } from '../workbench/show-panel.ts';
import { printStrategy } from '../reading/print-strategy.ts';
import { MATRIX_KEY, showView } from '../workbench/show-view.ts';
import { useStrategy, useWorkbench } from '../workbench/workbench-context.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** Of a section or principle. */
  readonly number?: number;
  /** What typing is compared with, where that is more than the label. */
  readonly searched?: string;
  readonly keys?: string;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

/** Everything that can be found or done. */
export function usePaletteGroups(): readonly PaletteGroup[] {
  const { t } = useTranslation();
  const commands = useCommands();
  const { store } = useWorkbench();
  const sections = useStrategy(({ outline }) => outline?.sections);
  const frameworks = useStrategy((state) => state.frameworks);
  return [
    { id: 'commands', title: t('palette.commands'), entries: commands },
    {
      id: 'sections',
      title: t('palette.sections'),
      entries: (sections ?? []).map((section, index) => ({
        id: `section ${section.id}`,
        number: index + 1,
        label: titleOf(section),
        searched: `${t('palette.sections')} ${index + 1} ${titleOf(section)}`,
        run: () => store.getState().goTo(section.id, null),
      })),
    },
    ...frameworks.map(({ id, title, principles }) => ({
      id: `framework ${id}`,
      title,
      entries: principles.map((principle) => ({
        id: `principle ${id}:${principle.number}`,
        number: principle.number,
        label: principle.title,
        searched: `${title} ${principle.number} ${principle.title} ${principle.short}`,
        run: () => revealPrinciple(store, id, principle.number),
      })),
    })),
  ];
}

/** What can be done, by the names that the desktop's menus know them by, too. */
export function useCommands(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const { store, connection } = workbench;
  const { client } = useSession();
  const showTab = (panel: Panel): void => {
    store.getState().setPanel(panel);
    showPanel(true);
  };
  const askDraft = (request: TextRequest): void => {
    showView(store, 'draft');
    askText(request);
  };
  const languages = languagesToChoose(useStore(preferences, ({ language }) => language));
  const last = useStrategy(({ outline }) => outline?.sections.at(-1)?.id ?? null);
  return [
    {
      id: 'tag',
      label: t('palette.tag'),
      keys: `${t('shortcuts.keys.alt')} ${t('shortcuts.keys.enter')}`,
      run: () => askDraft('tag'),
    },
    {
      id: 'comment',
      label: t('palette.comment'),
      keys: commandKeys('M', { alt: true }),
      run: () => askDraft('comment'),
    },
    { id: 'comments', label: t('palette.comments'), run: () => showTab('comments') },
    { id: 'find', label: t('palette.find'), keys: commandKeys('F'), run: () => askDraft('find') },
    {
      id: 'search',
      label: t('palette.search'),
      keys: commandKeys('F', { shift: true }),
      run: () => openSearch(workbench),
    },
    { id: 'reading', label: t('palette.reading'), run: () => showView(store, 'reading') },
    { id: 'history', label: t('palette.history'), run: () => showTab('history') },
    {
      id: 'reference',
      label: t('palette.reference'),
      keys: commandKeys('R', { alt: true }),
      run: () => askDraft('reference'),
    },
    {
      id: 'misspelling',
      label: t('palette.misspelling'),
      keys: `${t('shortcuts.keys.alt')} F7`,
      run: () => askDraft('misspelling'),
    },
    { id: 'add-section', label: t('palette.addSection'), run: () => addSectionAfter(workbench, last) },
    { id: 'export', label: t('palette.export'), run: () => openDialog({ kind: 'export' }) },
    { id: 'import', label: t('palette.import'), run: () => openDialog({ kind: 'import' }) },
    { id: 'save-copy', label: t('palette.saveCopy'), run: () => openDialog({ kind: 'copy', copy: 'complete' }) },
    { id: 'clean-copy', label: t('palette.cleanCopy'), run: () => openDialog({ kind: 'copy', copy: 'clean' }) },
    { id: 'classification', label: t('palette.classification'), run: () => openDialog({ kind: 'classification' }) },
    { id: 'sharing', label: t('palette.share'), run: () => openDialog({ kind: 'sharing' }) },
    { id: 'gaps', label: t('palette.gaps'), run: () => revealGaps(store) },
    {
      id: 'coverage',
      label: t('palette.coverage'),
      run: () => showTab('coverage'),
    },
    {
      id: 'guidance',
      label: t('palette.guidance'),
      run: () => showTab('guidance'),
    },
    { id: 'matrix', label: t('palette.matrix'), keys: MATRIX_KEY, run: () => showView(store, 'matrix') },
    { id: 'draft', label: t('palette.draft'), run: () => showView(store, 'draft') },
    { id: 'undo', label: t('palette.undo'), keys: commandKeys('Z'), run: () => undo(workbench) },
    {
      id: 'redo',
      label: t('palette.redo'),
      keys: commandKeys('Z', { shift: true }),
      run: () => redo(workbench),
    },
    { id: 'print', label: t('palette.print'), run: () => printStrategy(store) },
    { id: 'zoom-in', label: t('palette.zoomIn'), run: () => changeZoom('larger') },
    { id: 'zoom-out', label: t('palette.zoomOut'), run: () => changeZoom('smaller') },
    { id: 'zoom-reset', label: t('palette.zoomReset'), run: () => setPreference('zoom', 100) },
    { id: 'light', label: t('palette.themeLight'), run: () => setPreference('theme', 'light') },
    { id: 'dark', label: t('palette.themeDark'), run: () => setPreference('theme', 'dark') },
    { id: 'system', label: t('palette.themeSystem'), run: () => setPreference('theme', 'system') },
    ...(languages.length > 1 ? languages : []).map((language) => ({
      id: `language ${language}`,
      label: t('palette.language', { language: t(`language.${language}`) }),
      run: () => setPreference('language', language),
    })),
    {
      id: 'shortcuts',
      label: t('palette.shortcuts'),
      keys: commandKeys('/'),
      run: () => openDialog({ kind: 'shortcuts' }),
    },
    { id: 'person', label: t('palette.person'), run: () => openDialog({ kind: 'person' }) },
    { id: 'backups', label: t('palette.backups'), run: () => openDialog({ kind: 'backups' }) },
    { id: 'frameworks', label: t('palette.frameworks'), run: () => openDialog({ kind: 'frameworks' }) },
    { id: 'spelling', label: t('palette.spelling'), run: () => openDialog({ kind: 'spelling' }) },
    { id: 'new-window', label: t('palette.newWindow'), run: () => void openAnotherWindow(client, connection.strategy) },
    { id: 'new-strategy', label: t('palette.newStrategy'), run: () => openDialog({ kind: 'new-strategy' }) },
    { id: 'open-file', label: t('palette.openFile'), run: () => openDialog({ kind: 'open-file' }) },
    { id: 'join', label: t('palette.join'), run: () => openDialog({ kind: 'join' }) },
    { id: 'home', label: t('palette.home'), run: () => navigate('/') },
  ];
}
