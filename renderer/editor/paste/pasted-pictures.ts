/** The pictures of a pasted page that lie neither in a strategy nor, as yet, anywhere else that can be reached. */
export interface PastedPictures {
  readonly page: Document;
  /** Those whose bytes came along. */
  readonly embedded: readonly HTMLImageElement[];
  /** How many are only named: they lie on the web, or beside a document of another program. */
  readonly named: number;
  /** Whether there is anything else to paste. */
  readonly hasText: boolean;
}

/** Longest text of a picture's bytes that is taken over; the file refuses larger pictures anyway. */
const LONGEST = 30_000_000;

/** @returns Null when there are none. */
export function pastedPictures(html: string): PastedPictures | null {
  if (!/<img\b/i.test(html)) return null;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const pictures = [...page.querySelectorAll<HTMLImageElement>('img:not([data-asset])')];
  if (pictures.length === 0) return null;
  const embedded = pictures.filter((picture) => /^data:image\//i.test(picture.src) && picture.src.length <= LONGEST);
  const hasText = page.body.textContent.trim() !== '' || page.querySelector('img[data-asset], hr') !== null;
  return { page, embedded, named: pictures.length - embedded.length, hasText };
}

/**
 * Has embedded pictures kept, and names them where they stand.
 * @param keep Gives the hash by which the text may name a picture, or null when it could not be kept.
 * @returns The page as it may be pasted.
 */
export async function withKeptPictures(
  { page, embedded }: PastedPictures,
  keep: (picture: Blob) => Promise<string | null>,
): Promise<string> {
  for (const picture of embedded) {
    const hash = await keep(blobOf(picture.src));
    picture.removeAttribute('src');
    if (hash === null) picture.remove();
    else picture.dataset['asset'] = hash;
  }
  return page.documentElement.outerHTML;
}

/** The page may fetch nothing, data addresses included. */
function blobOf(address: string): Blob {
  const comma = address.indexOf(',');
  const head = address.slice(0, comma);
  const type = /^data:([^;,]*)/i.exec(head)?.[1] ?? '';
  try {
    const data = decodeURIComponent(address.slice(comma + 1));
    if (!/;base64$/i.test(head)) return new Blob([data], { type });
    return new Blob([Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0))], { type });
  } catch {
    // What cannot be read is no picture, which whoever keeps it says.
    return new Blob([], { type });
  }
}
