import { createStore, useStore } from 'zustand';
import type { Arrived } from '../../shared/contract/sharing.ts';

/** A dialog over the strategy; at most one is open. */
export type OpenDialog =
  | {
      readonly kind:
        | 'palette'
        | 'shortcuts'
        | 'person'
        | 'export'
        | 'import'
        | 'new-strategy'
        | 'open-file'
        | 'backups'
        | 'classification'
        | 'spelling'
        | 'frameworks'
        | 'sharing'
        | 'join';
    }
  | { readonly kind: 'arrived'; readonly arrived: Arrived }
  | { readonly kind: 'copy'; readonly copy: 'complete' | 'clean' }
  | { readonly kind: 'recovery'; readonly file: string }
  | { readonly kind: 'owner'; readonly section: string }
  | { readonly kind: 'set-aside'; readonly framework: string; readonly principle: number };

/** What the palette can ask of the text in view. */
export type TextRequest = 'tag' | 'find' | 'reference' | 'misspelling' | 'comment';

/** What somebody is about to comment on. */
export interface CommentDraft {
  /** Of the thread that it will be, so that one that is sent twice is one. */
  readonly thread: string;
  readonly section: string;
  readonly block: string;
  /** The phrase, or the beginning of the paragraph. */
  readonly quote: string;
  /** Whether its field is to have the focus as soon as it is there. */
  readonly wantsFocus: boolean;
}

interface WindowState {
  readonly dialog: OpenDialog | null;
  /** Section whose title is being edited in the outline. */
  readonly renaming: string | null;
  /** Whether the panel lies over the text, in a window too narrow for both. */
  readonly isPanelOver: boolean;
  /** Whether the outline lies over the text, in a window too narrow for both. */
  readonly isOutlineOver: boolean;
  /** Until the text has done it. */
  readonly textRequest: TextRequest | null;
  /** Until the field of the search has the focus. */
  readonly searchRequest: boolean;
  /** Until the whole strategy, once it is shown, has been printed. */
  readonly printRequest: boolean;
  /** Until it is written, or given up. */
  readonly commentDraft: CommentDraft | null;
  /** Id of the thread that is to have the focus, until it has. */
  readonly threadRequest: string | null;
  /** How many versions this window has kept by itself. */
  readonly versionsKept: number;
}

/** What this window shows besides the strategy itself. */
export const windowState = createStore<WindowState>()(() => ({
  dialog: null,
  renaming: null,
  isPanelOver: false,
  isOutlineOver: false,
  textRequest: null,
  searchRequest: false,
  printRequest: false,
  commentDraft: null,
  threadRequest: null,
  versionsKept: 0,
}));

export function useWindowState<T>(select: (state: WindowState) => T): T {
  return useStore(windowState, select);
}

export function openDialog(dialog: OpenDialog): void {
  windowState.setState({ dialog });
}

export function closeDialog(): void {
  windowState.setState({ dialog: null });
}

export function askText(textRequest: TextRequest): void {
  windowState.setState({ textRequest });
}

/** Lets the list of versions know that there is another one. */
export function noteVersionKept(): void {
  windowState.setState(({ versionsKept }) => ({ versionsKept: versionsKept + 1 }));
}
