interface Unsent {
  /** The message that it will be, so that one that is sent twice is one. */
  readonly message: string;
  readonly text: string;
}

/**
 * What was typed into the fields for comments and is not sent, by the thread that it is about: closing the panel or
 * going to another section takes nothing away.
 */
const kept = new Map<string, Unsent>();

export function unsentIn(thread: string): Unsent {
  return kept.get(thread) ?? { message: crypto.randomUUID(), text: '' };
}

export function keepUnsent(thread: string, unsent: Unsent): void {
  kept.set(thread, unsent);
}

export function forgetUnsent(thread: string): void {
  kept.delete(thread);
}

/** To another thread about the same. */
export function moveUnsent(from: string, to: string): void {
  const unsent = kept.get(from);
  kept.delete(from);
  if (unsent) kept.set(to, unsent);
}

/** Whether anything was typed anywhere that is not sent. */
export function isAnythingUnsent(): boolean {
  return [...kept.values()].some(({ text }) => text.trim() !== '');
}

export function hasUnsent(thread: string): boolean {
  return (kept.get(thread)?.text ?? '') !== '';
}
