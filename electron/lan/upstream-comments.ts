import type { HocuspocusProvider } from '@hocuspocus/provider';
import type { Workspace } from '../workspace/workspace.ts';
import { readCommentAnswer, type CommentRequest } from './comment-messages.ts';

/** How long the host may take for an answer until it is asked again, in milliseconds; it does nothing twice. */
const PATIENCE = 10_000;

/** Sends the host what this machine has asked it to do, until it has answered. */
export class UpstreamComments {
  readonly #workspace: Workspace;
  readonly #outline: HocuspocusProvider;
  /** What the host has been asked and has not answered; one after the other, as what follows may build on it. */
  #asked: number | null = null;
  #again: NodeJS.Timeout | undefined;
  #waiting = 0;
  readonly #onChange: () => void;
  readonly #sendMore = (): void => this.#send();

  /** @param outline Its connection is that of the strategy. */
  constructor(workspace: Workspace, outline: HocuspocusProvider, onChange: () => void) {
    this.#workspace = workspace;
    this.#outline = outline;
    this.#onChange = onChange;
    outline.on('close', () => (this.#asked = null));
    outline.on('synced', () => this.#send());
    outline.on('stateless', ({ payload }: { payload: string }) => this.#take(payload));
    workspace.events.on('asked', this.#sendMore);
    this.#send();
  }

  /** Commands that the host has not answered. */
  get waiting(): number {
    return this.#waiting;
  }

  #send(): void {
    const waiting = this.#workspace.outbox.list().filter(({ refusal }) => refusal === null);
    this.#waiting = waiting.length;
    this.#onChange();
    const [next] = waiting;
    if (!next || !this.#outline.isSynced || this.#asked !== null) return;
    clearTimeout(this.#again);
    const { seq, section, command } = next;
    this.#asked = seq;
    this.#again = setTimeout(() => {
      this.#asked = null;
      this.#send();
    }, PATIENCE);
    this.#outline.sendStateless(JSON.stringify({ type: 'comment', seq, section, command } satisfies CommentRequest));
  }

  #take(payload: string): void {
    const answer = readCommentAnswer(payload);
    if (!answer || answer.seq !== this.#asked) return;
    const entry = this.#workspace.outbox.list().find(({ seq }) => seq === answer.seq);
    if (!entry) return this.#next();
    const { hub, outbox } = this.#workspace;
    // Words that were refused stay until their author has seen it.
    const isKept = answer.refusal !== null && 'message' in entry.command;
    try {
      hub.write(() => (isKept ? outbox.refuse(entry.seq, answer.refusal!) : outbox.remove(entry.seq)));
    } catch {
      // A full disk, as a rule. It is sent again, and done once.
      return;
    }
    hub.broadcast({ type: 'comments', section: entry.section });
    this.#next();
  }

  #next(): void {
    this.#asked = null;
    this.#send();
  }

  destroy(): void {
    clearTimeout(this.#again);
    this.#workspace.events.off('asked', this.#sendMore);
  }
}
