import { createStore, useStore } from 'zustand';

interface CommentFilters {
  /** Of the section in view, or of the whole strategy. */
  readonly scope: 'section' | 'strategy';
  /** Only threads in which somebody of this name has said something, or is named; null for all. */
  readonly person: string | null;
  readonly showsResolved: boolean;
}

/** Which comments one looks at in this window. */
export const commentFilters = createStore<CommentFilters>()(() => ({
  scope: 'section',
  person: null,
  showsResolved: false,
}));

export function useCommentFilters(): CommentFilters {
  return useStore(commentFilters);
}
