import { eventSchema, type StrategyEvent } from '../../shared/contract/events.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A replica asks which pictures its host lacks. */
export const PICTURES_ASKED = JSON.stringify({ type: 'pictures-asked' });

/** @returns The answer, or null for a message that does not ask for it. */
export function answerPictures(workspace: Workspace, message: string): string | null {
  if (message !== PICTURES_ASKED) return null;
  return JSON.stringify({ type: 'pictures', kept: [], missing: workspace.assets.missing() } satisfies StrategyEvent);
}

/** @returns Null for a message that says nothing of pictures. */
export function readPicturesEvent(message: string): Extract<StrategyEvent, { type: 'pictures' }> | null {
  try {
    const event = eventSchema.safeParse(JSON.parse(message)).data;
    return event?.type === 'pictures' ? event : null;
  } catch {
    return null;
  }
}
