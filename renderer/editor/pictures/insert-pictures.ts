import type { Editor } from '@tiptap/react';
import i18next from 'i18next';
import { failureSentence } from '../../app/failure-sentence.ts';
import type { Pictures } from '../../bridge/pictures.ts';
import { showToast } from '../../ui/toasts.tsx';

/** Keeps pictures in the file, then puts them into the text, one behind the other. */
export async function insertPictures(editor: Editor, pictures: Pictures, files: readonly File[]): Promise<void> {
  for (const file of files) {
    try {
      const { hash } = await pictures.keep(file);
      if (!editor.isDestroyed) editor.chain().focus().insertImage(hash).run();
    } catch (error) {
      showToast({ text: failureSentence(i18next.t, error) });
      return;
    }
  }
}
