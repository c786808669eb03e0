import type { TFunction } from 'i18next';
import { desktop } from '../../bridge/desktop.ts';

/** What became of a file that was handed over. */
export type SavedFile =
  /** It is among the browser's downloads. */
  | { readonly kind: 'downloads' }
  | { readonly kind: 'written'; readonly file: string }
  /** The person was asked where to, and thought better of it. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'failed' };

/** Hands a file to the browser, which puts it among the downloads, or to the desktop's window, which asks where to. */
export function saveFile(content: Blob, name: string): Promise<SavedFile> {
  const url = URL.createObjectURL(content);
  const saved = desktop
    ? new Promise<SavedFile>((resolve) => {
        const stop = desktop?.onEvent((event) => {
          if (event.type !== 'download' || event.url !== url) return;
          stop?.();
          if (event.isWritten) resolve({ kind: 'written', file: event.file ?? event.name });
          else resolve({ kind: event.file === null ? 'declined' : 'failed' });
        });
      })
    : Promise.resolve<SavedFile>({ kind: 'downloads' });
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  void saved.then(() => setTimeout(() => URL.revokeObjectURL(url), 60_000));
  return saved;
}

/**
 * What is said of it.
 * @param file What it was called.
 * @param downloaded What is said where it is among the downloads.
 * @returns Null when there is nothing to say.
 */
export function savedSentence(t: TFunction, saved: SavedFile, file: string, downloaded: string): string | null {
  switch (saved.kind) {
    case 'downloads':
      return downloaded;
    case 'written':
      return t('shell.written', { file: saved.file });
    case 'declined':
      return null;
    case 'failed':
      return t('shell.notWritten', { file });
  }
}
