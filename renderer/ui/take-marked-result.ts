import type { KeyboardEvent } from 'react';

/**
 * Takes the marked result of a search, or the first, when Enter is pressed in its field. The library that marks
 * results can lose sight of the one that it has marked when somebody types quickly, and Enter then does nothing.
 *
 * @param event A key within the element that holds both the field and the results.
 */
export function takeMarkedResult(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'search') return;
  const results = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"], [role="option"]')];
  const result = results.find((candidate) => candidate.dataset['focused'] !== undefined) ?? results[0];
  event.preventDefault();
  event.stopPropagation();
  result?.click();
}
