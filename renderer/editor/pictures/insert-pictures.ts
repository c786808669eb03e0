import type { Editor } from '@tiptap/react';
import i18next from 'i18next';
import { failureSentence } from '../../app/failure-sentence.ts';
import type { Pictures } from '../../bridge/pictures.ts';
import { announce } from '../../ui/announcer.tsx';
import { showToast } from '../../ui/toasts.tsx';

/** Keeps pictures in the file, then puts them into the text, one behind the other. */
export async function insertPictures(editor: Editor, pictures: Pictures, files: readonly File[]): Promise<void> {
  for (const file of files) {
    try {
      const { hash } = await pictures.keep(file);
      if (editor.isDestroyed) return;
      editor.chain().focus().insertImage(hash).run();
      askForDescription(editor);
    } catch (error) {
      showToast({ text: failureSentence(i18next.t, error) });
      return;
    }
  }
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
