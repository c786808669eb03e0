import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { type StrategyEvent } from '../../shared/contract/events.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportInclude,
  type ExportResult,
} from '../../shared/contract/exports.ts';
import { FailureError } from '../../shared/contract/failure.ts';
import { OUTLINE } from '../../shared/document/layout.ts';
import { readOutline } from '../../shared/document/outline.ts';
import { fileNameOf } from '../../shared/domain/file-name.ts';
import { frameworksOf, type Framework } from '../../shared/domain/framework.ts';
import { readDocxLabels } from '../resources.ts';
import { asFailure } from '../storage/open-database.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { HouseStyle } from './docx/house-style/house-style.ts';
import type { ExportOrder } from './compose-export.ts';
import { writeWhole } from '../storage/write-whole.ts';
import { runExport, type ExportedFile, type RunExport } from './run-export.ts';

/** What an event of an export says besides its state. */
type ExportResultEvent = Pick<
  Extract<StrategyEvent, { type: 'export' }>,
  'download' | 'fileName' | 'warnings' | 'failure'
>;

interface Download {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What somebody wants of an export. */
export interface ExportWishes {
  readonly include: readonly ExportInclude[];
  /** How a Word file looks; null for our own look. */
  readonly houseStyle: HouseStyle | null;
}

export interface ExporterOptions {
  readonly workspace: Workspace;
  /** Those that come with the application; the strategy has its own besides. */
  readonly frameworks: readonly Framework[];
  readonly organisation: () => string;
  /** How the work is run: off the process's thread where somebody is editing. */
  readonly run?: RunExport;
}

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
};

/** How many results wait to be fetched at most; a window fetches its own at once. */
const MOST_DOWNLOADS = 3;

/** Exports of one strategy: to a file, or as a job whose result is fetched when done. */
export class Exporter {
  readonly #options: ExporterOptions;
  readonly #jobs = new Map<string, AbortController>();
  readonly #downloads = new Map<string, Download>();

  constructor(options: ExporterOptions) {
    this.#options = options;
  }

  /** Writes to a file of this machine; a file of that name is replaced only by a complete one. */
  async exportTo(file: string, wishes: ExportWishes): Promise<ExportResult> {
    const ending = extname(file).toLowerCase();
    const format = EXPORT_FORMATS.find((known) => ending === `.${known}`);
    if (!format) {
      throw new FailureError(ending === '.xlsx' ? 'not-yet' : 'format-unknown', { what: ending || basename(file) });
    }
    if (!existsSync(dirname(file))) throw new FailureError('folder-missing', { folder: dirname(file) });
    const order = await this.#order(format, wishes);
    const { bytes, warnings } = await this.#run(order, () => {}, new AbortController().signal);
    try {
      writeWhole(file, bytes);
    } catch (error) {
      throw asFailure(error, file);
    }
    return { file, bytes: bytes.length, warnings: [...warnings] };
  }

  /** Begins an export; windows hear of its progress. @returns The job's id. */
  start(format: ExportFormat, wishes: ExportWishes): string {
    const job = randomUUID();
    const controller = new AbortController();
    this.#jobs.set(job, controller);
    void this.#work(job, format, wishes, controller).finally(() => this.#jobs.delete(job));
    return job;
  }

  cancel(job: string): void {
    this.#jobs.get(job)?.abort(new FailureError('cancelled'));
  }

  /** The result of a job, once. */
  takeDownload(id: string): Download | null {
    const download = this.#downloads.get(id) ?? null;
    this.#downloads.delete(id);
    return download;
  }

  async #work(job: string, format: ExportFormat, wishes: ExportWishes, controller: AbortController): Promise<void> {
    const tell = (
      state: 'running' | 'done' | 'failed' | 'cancelled',
      progress: number,
      result?: Partial<ExportResultEvent>,
    ): void => {
      this.#options.workspace.hub.broadcast({
        type: 'export',
        job,
        state,
        progress,
        download: result?.download ?? null,
        fileName: result?.fileName ?? null,
        warnings: result?.warnings ?? [],
        failure: result?.failure ?? null,
      });
    };
    try {
      tell('running', 0);
      const order = await this.#order(format, wishes);
      const { bytes, warnings } = await this.#run(order, (progress) => tell('running', progress), controller.signal);
      const title = await this.#options.workspace.hub.read(OUTLINE, (doc) => readOutline(doc).title);
      const fileName = `${fileNameOf(title)}.${format}`;
      this.#keep(job, { fileName, mediaType: MEDIA_TYPES[format], bytes });
      tell('done', 1, { download: job, fileName, warnings: [...warnings] });
    } catch (error) {
      if (!controller.signal.aborted && !(error instanceof FailureError)) console.error('The export failed.', error);
      tell(controller.signal.aborted ? 'cancelled' : 'failed', 0, {
        failure: error instanceof FailureError ? error.failure : null,
      });
    }
  }

  #keep(job: string, download: Download): void {
    this.#downloads.set(job, download);
    const [oldest] = this.#downloads.keys();
    if (this.#downloads.size > MOST_DOWNLOADS) this.#downloads.delete(oldest!);
  }

  /** Gives up what is still being exported. */
  close(): void {
    for (const controller of this.#jobs.values()) controller.abort(new FailureError('cancelled'));
    this.#downloads.clear();
  }

  #run(order: ExportOrder, onProgress: (progress: number) => void, signal: AbortSignal): Promise<ExportedFile> {
    return (this.#options.run ?? runExport)(order, onProgress, signal);
  }

  async #order(format: ExportFormat, { include, houseStyle }: ExportWishes): Promise<ExportOrder> {
    const later = include.find((part) => part !== 'coverage' && part !== 'tags');
    if (later !== undefined) throw new FailureError('not-yet', { what: later });
    const { workspace, frameworks, organisation } = this.#options;
    await workspace.hub.settle();
    const known = frameworksOf(frameworks, (await workspace.outline()).frameworks);
    return {
      format,
      documents: workspace.file.documents().map((document) => workspace.file.stored(document)),
      frameworks: include.includes('coverage') ? known : [],
      shownTags: include.includes('tags') ? known : null,
      organisation: organisation(),
      date: new Date(workspace.file.lastChange()).toISOString().slice(0, 10),
      assets: workspace.assets.all(),
      labels: readDocxLabels('en'),
      houseStyle,
    };
  }
}
