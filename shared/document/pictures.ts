import * as Y from 'yjs';

/** Whether this is the hash of a picture, as the text names it: SHA-256 in lower-case hexadecimal. */
export function isPictureHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

/** The pictures that a section names, each once, in reading order, by the hash of their bytes. */
export function readPictures(content: Y.XmlFragment): string[] {
  const pictures = new Set<string>();
  collect(content, pictures);
  return [...pictures];
}

function collect(parent: Y.XmlFragment, pictures: Set<string>): void {
  for (let item = parent._first; item; item = item.next) {
    if (!(item.content instanceof Y.ContentType)) continue;
    const child = item.content.type;
    if (!(child instanceof Y.XmlElement)) continue;
    const asset: unknown = child.nodeName === 'image' ? child.getAttribute('asset') : null;
    if (isPictureHash(asset)) pictures.add(asset);
    collect(child, pictures);
  }
}
