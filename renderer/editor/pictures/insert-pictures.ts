import type { Editor } from '@tiptap/react';
import i18next from 'i18next';
import { failureSentence } from '../../app/failure-sentence.ts';
import type { Pictures } from '../../bridge/pictures.ts';
import { announce } from '../../ui/announcer.tsx';
import { showToast } from '../../ui/toasts.tsx';

/** Keeps pictures in the file, then puts them into the text, one behind the other. */
export async function insertPictures(editor: Editor, pictures: Pictures, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const hash = await keepPicture(pictures, file);
    if (hash === null) return;
    if (editor.isDestroyed) return;
    editor.chain().focus().insertImage(hash).run();
    askForDescription(editor);
  }
}

/** Keeps a picture in the file, or says why it cannot be kept. @returns The hash by which the text names it. */
export async function keepPicture(pictures: Pictures, picture: Blob): Promise<string | null> {
  try {
    return (await pictures.keep(picture)).hash;
  } catch (error) {
    showToast({ text: failureSentence(i18next.t, error) });
    return null;
  }
}

/** Says that pictures of what was pasted did not come along. */
export function tellMissingPictures(count: number): void {
  showToast({ text: i18next.t('editor.picture.notTaken', { count }) });
}

/** Says that a description is wanted, and brings what asks for it into view once the picture is as large as it will be. */
function askForDescription({ view, state }: Editor): void {
  const figure = view.nodeDOM(state.selection.from);
  const image = figure instanceof HTMLElement ? figure.querySelector('img') : null;
  const show = (): void => image?.parentElement?.querySelector('button')?.scrollIntoView({ block: 'nearest' });
  if (image?.complete === true && image.src !== '') show();
  else image?.addEventListener('load', show, { once: true });
  announce(i18next.t('editor.picture.inserted'));
}
