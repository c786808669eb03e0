import { expect, type Locator, type Page } from '@playwright/test';
import type { Translate } from '../fixtures/catalogue.ts';
import { CommandPalette } from './command-palette.ts';
import { CoveragePanel } from './coverage-panel.ts';
import { DialogModel } from './dialog.ts';
import { ExportDialog } from './export-dialog.ts';
import { FrameworksDialog } from './frameworks-dialog.ts';
import { FindBar } from './find-bar.ts';
import { Outline } from './outline.ts';
import { Pictures } from './pictures.ts';
import { ImportDialog } from './import-dialog.ts';
import { CommentsPanel } from './comments-panel.ts';
import { HistoryPanel } from './history-panel.ts';
import { ReferencePicker } from './reference-picker.ts';
import { SearchPanel } from './search-panel.ts';
import { SectionHead } from './section-head.ts';
import { SectionText } from './section-text.ts';
import { SpellingModel } from './spelling.ts';
import { TagCard } from './tag-card.ts';
import { TagPicker } from './tag-picker.ts';
import { Toolbar } from './toolbar.ts';

/** The window on a strategy. */
export class Workbench {
  readonly page: Page;
  readonly t: Translate;
  readonly outline: Outline;
  readonly head: SectionHead;
  readonly text: SectionText;
  readonly toolbar: Toolbar;
  readonly find: FindBar;
  readonly picker: TagPicker;
  readonly references: ReferencePicker;
  readonly pictures: Pictures;
  readonly searching: SearchPanel;
  readonly spelling: SpellingModel;
  readonly comments: CommentsPanel;
  readonly history: HistoryPanel;
  readonly importing: ImportDialog;
  readonly card: TagCard;
  readonly coverage: CoveragePanel;
  readonly exporting: ExportDialog;
  readonly frameworks: FrameworksDialog;
  readonly palette: CommandPalette;
  readonly setAside: (principle: number) => DialogModel;
  readonly statusBar: Locator;
  readonly topBar: Locator;

  constructor(page: Page, t: Translate) {
    this.page = page;
    this.t = t;
    this.outline = new Outline(page, t);
    this.head = new SectionHead(page, t);
    this.text = new SectionText(page, t);
    this.toolbar = new Toolbar(page, t);
    this.find = new FindBar(page, t);
    this.picker = new TagPicker(page, t);
    this.references = new ReferencePicker(page, t);
    this.pictures = new Pictures(page, t);
    this.searching = new SearchPanel(page, t);
    this.spelling = new SpellingModel(page, t);
    this.comments = new CommentsPanel(page, t);
    this.history = new HistoryPanel(page, t);
    this.importing = new ImportDialog(page, t);
    this.card = new TagCard(page, t);
    this.coverage = new CoveragePanel(page, t);
    this.exporting = new ExportDialog(page, t);
    this.frameworks = new FrameworksDialog(page, t);
    this.palette = new CommandPalette(page, t);
    this.setAside = (number) => new DialogModel(page, t('setAside.heading', { number }));
    this.statusBar = page.getByRole('contentinfo', { name: t('regions.statusBar') });
    this.topBar = page.getByRole('banner', { name: t('regions.topBar') });
  }

  get saveState(): Locator {
    return this.statusBar.getByRole('status');
  }

  /** The switch to a view of the whole strategy, and back. */
  view(view: 'draft' | 'reading' | 'matrix'): Locator {
    return this.topBar.getByRole('button', { name: this.t(`view.${view}`), exact: true });
  }

  get undoButton(): Locator {
    return this.topBar.getByRole('button', { name: this.t('action.undo'), exact: true });
  }

  get redoButton(): Locator {
    return this.topBar.getByRole('button', { name: this.t('action.redo'), exact: true });
  }

  /** What is told for a while, with a way to take it back. */
  notice(text: string): Locator {
    return this.page.getByRole('alertdialog').filter({ hasText: text });
  }

  /** Waits until the section in view can be written in. */
  async isOpen(): Promise<void> {
    await expect(this.text.box).toBeVisible({ timeout: 20_000 });
    await this.isSaved();
  }

  /** Waits until everything is on disk. */
  async isSaved(): Promise<void> {
    await expect(this.saveState).toHaveText(this.t('save.saved'));
  }

  /** Adds an empty section at the end and puts the caret into its text. */
  async addSection(title: string): Promise<void> {
    await this.outline.addButton.click();
    await this.outline.nameSection(title);
    await expect(this.head.title).toHaveValue(title);
    await this.text.box.click();
    await expect(this.text.box).toBeFocused();
  }

  /** Shows a section. */
  async showSection(title: string): Promise<void> {
    await this.outline.row(title).click();
    await expect(this.head.title).toHaveValue(title);
    await expect(this.text.box).toBeVisible();
  }

  /** Tags what the caret or the selection is in, from the keyboard. */
  async tag(search: string): Promise<void> {
    await this.page.keyboard.press('Alt+Enter');
    await this.picker.choose(search);
    await expect(this.picker.dialog).toBeHidden();
    await expect(this.text.box).toBeFocused();
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+z');
  }
}
