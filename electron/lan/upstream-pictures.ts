import type { HocuspocusProvider } from '@hocuspocus/provider';
import { FailureError, type FailureType } from '../../shared/contract/failure.ts';
import { assetHash } from '../storage/assets.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { PictureClient } from './picture-client.ts';
import { PICTURES_ASKED, readPicturesEvent } from './picture-messages.ts';

/** What no picture is; it will not be one later either. */
const NO_PICTURE: readonly FailureType[] = ['picture-unknown', 'picture-too-large'];
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
  /** Asked for at every key, they are counted only when something has changed. */
  #counts = { coming: 0, going: 0 };
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
    return this.#counts.coming;
  }

  /** Pictures that the host lacks and is still to get from here. */
  get waiting(): number {
    return this.#counts.going;
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

  #count(): void {
    this.#counts = { coming: this.#coming().length, going: this.#going().length };
  }

  #work(): void {
    if (this.#isClosed) return;
    this.#count();
    if (this.#running || !this.#options.outline.isSynced) return;
    clearTimeout(this.#again);
    this.#running = this.#run()
      .catch(() => {
        // No answer, or no room here. The next connection, or the next picture, tries it sooner.
        if (!this.#isClosed) this.#again = setTimeout(() => this.#work(), AGAIN_AFTER);
      })
      .finally(() => {
        this.#running = null;
        if (this.#isClosed) return;
        this.#count();
        this.#options.onChange();
      });
  }

  async #run(): Promise<void> {
    const { outline, onChange } = this.#options;
    while (!this.#isClosed && outline.isSynced) {
      const [coming] = this.#coming();
      const [going] = this.#going();
      if (coming !== undefined) await this.#fetch(coming);
      else if (going !== undefined) await this.#give(going);
      else return;
      if (this.#isClosed) return;
      this.#count();
      onChange();
    }
  }

  async #fetch(hash: string): Promise<void> {
    const { client, workspace } = this.#options;
    const bytes = await client.get(hash);
    if (this.#isClosed) return;
    if (!bytes || assetHash(bytes) !== hash) {
      this.#absent.add(hash);
      return;
    }
    try {
      workspace.keepAsset(bytes);
    } catch (error) {
      // What is no picture here, such as one of a kind that only newer versions know, keeps no other one waiting.
      if (!(error instanceof FailureError) || !NO_PICTURE.includes(error.failure.type)) throw error;
      this.#absent.add(hash);
    }
  }

  async #give(hash: string): Promise<void> {
    const { client, workspace } = this.#options;
    const answer = await client.put(hash, workspace.assets.read(hash)!.bytes);
    this.#wanted.delete(hash);
    if (answer === 'refused') this.#refused.add(hash);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#again);
    this.#options.workspace.events.off('pictures', this.#look);
    this.#options.client.close();
    await this.#running;
  }
}
