import type { HocuspocusProvider } from '@hocuspocus/provider';
import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { presenceSchema, type Presence, type Whereabouts } from '../../shared/contract/presence.ts';
import { deviceOfClientId } from '../../shared/document/client-id.ts';

/** A colleague's window, and where in the strategy it is. */
export interface Colleague extends Presence {
  /** Yjs client id of the window. */
  readonly window: number;
  readonly device: number;
}

const NOWHERE: Whereabouts = { section: null, block: null, caret: null };

/** Where this window is, told to others, and where those of others are. Nothing of it is kept. */
export class Presences {
  readonly awareness: Awareness;
  readonly #device: number;
  readonly #listeners = new Set<() => void>();
  #whereabouts = NOWHERE;
  #others: readonly Colleague[] = [];

  /** @param doc The outline, with a client id of the device. */
  constructor(doc: Y.Doc, device: number) {
    this.#device = device;
    this.awareness = new Awareness(doc);
    this.awareness.setLocalState({ ...NOWHERE });
    this.awareness.on('change', () => this.#changed());
  }

  /** What this window holds is told anew at every connection: as new, or it would not be believed. */
  follow(provider: HocuspocusProvider): void {
    provider.on('synced', () => this.#tell());
  }

  /** Tells of the section that is shown, and of none where something else is. */
  showSection(section: string | null): void {
    if (section !== this.#whereabouts.section) this.#say({ section, block: null, caret: null });
  }

  /** Tells where the caret is in the section that is shown. */
  putCaret(section: string, block: string | null, caret: Whereabouts['caret']): void {
    if (section === this.#whereabouts.section) this.#say({ section, block, caret });
  }

  #say(whereabouts: Whereabouts): void {
    if (JSON.stringify(whereabouts) === JSON.stringify(this.#whereabouts)) return;
    this.#whereabouts = whereabouts;
    this.#tell();
  }

  #tell(): void {
    this.awareness.setLocalState({ ...this.#whereabouts });
  }

  /** Windows of other devices, in an order that stays. */
  get others(): readonly Colleague[] {
    return this.#others;
  }

  /** Calls `listener` when others come, go or move. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    const others: Colleague[] = [];
    for (const [window, state] of this.awareness.getStates()) {
      const device = deviceOfClientId(window);
      const said = device === this.#device ? null : presenceSchema.safeParse(state);
      if (said?.success) others.push({ ...said.data, window, device });
    }
    others.sort((a, b) => a.window - b.window);
    if (JSON.stringify(others) === JSON.stringify(this.#others)) return;
    this.#others = others;
    for (const listener of this.#listeners) listener();
  }

  destroy(): void {
    this.#listeners.clear();
    this.awareness.destroy();
  }
}
