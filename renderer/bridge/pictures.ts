import { assetSchema, type Asset } from '../../shared/contract/assets.ts';
import { FailureError, replySchema } from '../../shared/contract/failure.ts';

/** Widest picture that is kept, in pixels: twice what a page shows. */
const WIDEST = 2400;

/** What documents can hold as it is. */
const KEPT_AS_IT_IS = ['image/png', 'image/gif'];

/** The pictures of a strategy: keeps new ones in its file, and has those of the text ready to be shown. */
export class Pictures {
  readonly #path: string;
  readonly #headers: { readonly Authorization: string };
  readonly #addresses = new Map<string, Promise<string>>();
  /** Pictures that were asked for and not there. */
  readonly #missing = new Set<string>();
  readonly #listeners = new Set<(assets: readonly string[]) => void>();

  constructor(strategy: string, token: string) {
    this.#path = `/strategy/${strategy}/asset`;
    this.#headers = { Authorization: `Bearer ${token}` };
  }

  /**
   * Keeps a picture; it is in the file when this resolves. Photographs are written anew, without what a
   * camera notes in them.
   * @throws FailureError when it cannot be kept.
   */
  async keep(picture: Blob): Promise<Asset> {
    const response = await fetch(this.#path, {
      method: 'POST',
      headers: { ...this.#headers, 'Content-Type': 'application/octet-stream' },
      body: await prepare(picture),
    }).catch(() => {
      throw new FailureError('process-unreachable');
    });
    if (!response.ok) throw new FailureError('unauthorised');
    const reply = replySchema.parse(await response.json());
    if (!reply.ok) throw new FailureError(reply.failure.type, reply.failure.values);
    return assetSchema.parse(reply.value);
  }

  /** An address of a picture's bytes, good for as long as the strategy is in view. */
  address(asset: string): Promise<string> {
    const known = this.#addresses.get(asset);
    if (known) return known;
    const address = this.#fetch(asset);
    this.#addresses.set(asset, address);
    // One that is not there yet may be later.
    address.then(
      () => this.#missing.delete(asset),
      () => {
        this.#missing.add(asset);
        this.#addresses.delete(asset);
      },
    );
    return address;
  }

  /** Tells `listener` of pictures that have come from elsewhere. @returns How to stop that. */
  onCome(listener: (assets: readonly string[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says that pictures have come. */
  tellCome(assets: readonly string[]): void {
    for (const listener of this.#listeners) listener(assets);
  }

  /** Asks again for what was not there: while the process was away, nobody told of what came. */
  lookAgain(): void {
    if (this.#missing.size > 0) this.tellCome([...this.#missing]);
  }

  async #fetch(asset: string): Promise<string> {
    const response = await fetch(`${this.#path}/${encodeURIComponent(asset)}`, { headers: this.#headers });
    if (!response.ok) throw new FailureError('picture-missing');
    return URL.createObjectURL(await response.blob());
  }

  close(): void {
    for (const address of this.#addresses.values())
      address.then(
        (url) => URL.revokeObjectURL(url),
        () => {},
      );
    this.#addresses.clear();
  }
}

/** The picture as it is kept: of a kind that documents hold, and no larger than anybody would see. */
async function prepare(picture: Blob): Promise<Blob> {
  const bitmap = await decode(picture);
  const scale = Math.min(1, WIDEST / bitmap.width);
  if (scale === 1 && KEPT_AS_IT_IS.includes(picture.type)) return picture;
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const type = picture.type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
  return canvas.convertToBlob({ type, quality: 0.92 });
}

async function decode(picture: Blob): Promise<CanvasImageSource & { readonly width: number; readonly height: number }> {
  try {
    if (picture.type !== 'image/svg+xml') return await createImageBitmap(picture);
    return await decodeDrawing(picture);
  } catch {
    throw new FailureError('picture-unknown');
  }
}

/** A drawing is painted, at the size of a page: what else it may hold is left behind. */
async function decodeDrawing(picture: Blob): Promise<ImageBitmap> {
  const address = URL.createObjectURL(picture);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await createImageBitmap(image, { resizeWidth: 1600, resizeQuality: 'high' });
  } finally {
    URL.revokeObjectURL(address);
  }
}
