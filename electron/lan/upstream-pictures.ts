import type { HocuspocusProvider } from '@hocuspocus/provider';
import { assetHash } from '../storage/assets.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PictureClient } from './picture-client.ts';
import { PICTURES_ASKED, readPicturesEvent } from './picture-messages.ts';

/** When a host is asked again that gave no answer, in milliseconds. */
const AGAIN_AFTER = 20_000;

export interface UpstreamPicturesOptions {
  readonly workspace: Workspace;
  readonly client: PictureClient;
  /** Its connection is that of the strategy. */
  readonly outline: HocuspocusProvider;
  readonly onChange: () => void;
}

/**
 * Brings the pictures that the text names here from the host, and those that the host lacks there, one after the
 * other. What comes is kept only when it is what its hash says.
 */
export class UpstreamPictures {
  readonly #options: UpstreamPicturesOptions;
  /** Pictures that the host has not got either, or that came damaged, as far as is known. */
  readonly #absent = new Set<string>();
  /** Pictures that the host lacks. */
  #wanted = new Set<string>();
  #running: Promise<void> | null = null;
  #again: NodeJS.Timeout | undefined;
  #isClosed = false;
  /** Pictures that the host did not take, over the present connection. */
  #refused = new Set<string>();
  readonly #look = (): void => this.#work();

  constructor(options: UpstreamPicturesOptions) {
    this.#options = options;
    const { outline, workspace } = options;
    outline.on('synced', () => {
      this.#absent.clear();
      this.#refused.clear();
      outline.sendStateless(PICTURES_ASKED);
      this.#work();
    });
    outline.on('stateless', ({ payload }: { payload: string }) => this.#hear(payload));
    workspace.events.on('pictures', this.#look);
  }

  /** Pictures that are still to come. */
  get behind(): number {
    return this.#coming().length;
  }

  /** Pictures that the host lacks and is still to get from here. */
  get waiting(): number {
    return this.#going().length;
  }

  get refused(): number {
    return this.#refused.size;
  }

  #coming(): string[] {
    return this.#options.workspace.assets.missing().filter((hash) => !this.#absent.has(hash));
  }

  #going(): string[] {
    const { assets } = this.#options.workspace;
    return [...this.#wanted].filter((hash) => !this.#refused.has(hash) && assets.has(hash));
  }

  #hear(payload: string): void {
    const event = readPicturesEvent(payload);
    if (!event) return;
    for (const hash of event.kept) this.#absent.delete(hash);
    this.#wanted = new Set(event.missing);
    this.#work();
  }

  #work(): void {
    if (this.#running || this.#isClosed || !this.#options.outline.isSynced) return;
    clearTimeout(this.#again);
    this.#running = this.#run()
      .catch(() => {
        // No answer, or no room here. The next connection, or the next picture, tries it sooner.
        if (!this.#isClosed) this.#again = setTimeout(() => this.#work(), AGAIN_AFTER);
      })
      .finally(() => {
        this.#running = null;
        if (!this.#isClosed) this.#options.onChange();
      });
  }

  async #run(): Promise<void> {
    const { client, workspace, outline, onChange } = this.#options;
    while (!this.#isClosed && outline.isSynced) {
      const [coming] = this.#coming();
      const [going] = this.#going();
      if (coming !== undefined) {
        const bytes = await client.get(coming);
        if (this.#isClosed) return;
        if (bytes && assetHash(bytes) === coming) workspace.keepAsset(bytes);
        else this.#absent.add(coming);
      } else if (going !== undefined) {
        const answer = await client.put(going, workspace.assets.read(going)!.bytes);
        this.#wanted.delete(going);
        if (answer === 'refused') this.#refused.add(going);
      } else {
        return;
      }
      onChange();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#again);
    this.#options.workspace.events.off('pictures', this.#look);
    this.#options.client.close();
    await this.#running;
  }
}
