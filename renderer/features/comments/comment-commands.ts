import i18next from 'i18next';
import type { CommentCommand } from '../../../shared/document/comments.ts';
import type { ShownStrategy } from '../../app/changes.ts';
import { failureSentence } from '../../app/failure-sentence.ts';
import { showToast } from '../../ui/toasts.tsx';

/** Asks for a change to the comments, and says why if it cannot be. @returns Whether it is on disk. */
export async function sendComment(
  { connection }: Pick<ShownStrategy, 'connection'>,
  section: string,
  command: CommentCommand,
): Promise<boolean> {
  try {
    // A comment on what was just typed finds its place then.
    await connection.whenSaved();
    await connection.client.comment({ section, command });
    return true;
  } catch (error) {
    showToast({ text: failureSentence(i18next.t, error) });
    return false;
  }
}
