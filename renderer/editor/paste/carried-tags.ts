import { z } from 'zod';
import { strengthSchema, type Tag } from '../../../shared/document/tags.ts';

const carriedSchema = z.array(
  z.object({
    block: z.string(),
    framework: z.string(),
    principle: z.int().positive(),
    strength: strengthSchema,
    reason: z.string(),
    by: z.string(),
    at: z.string(),
  }),
);

let carried: ReadonlyMap<string, readonly Tag[]> = new Map();

/** Tags that came along with what was pasted last, by the block's id where it was copied. */
export function carriedTags(): ReadonlyMap<string, readonly Tag[]> {
  return carried;
}

/**
 * What was copied in a window of this device says so. A page from the web cannot know the device, and
 * what it says of tags is not believed.
 */
const DEVICE = 'data-device';

/** Writes a block's tags beside it, for a window of the same device. */
export function carryTags(element: Element, tags: readonly Tag[], device: number): void {
  element.setAttribute('data-tags', JSON.stringify(tags));
  element.setAttribute(DEVICE, String(device));
}

const WHOLE = 'data-whole';
let whole: ReadonlySet<string> = new Set();

/** Notes on the clipboard that all of a block's text is there. */
export function markWhole(element: Element): void {
  element.setAttribute(WHOLE, '');
}

/** Whether the block of what was pasted last was there with all of its text. */
export function wasWhole(block: string | null): boolean {
  return block !== null && whole.has(block);
}

/** Takes the tags out of pasted HTML; what does not read as tags, or is of another device, is ignored. */
export function takeCarriedTags(root: ParentNode, device: number): void {
  const found = new Map<string, readonly Tag[]>();
  for (const element of root.querySelectorAll('[data-id][data-tags]')) {
    const id = element.getAttribute('data-id')!;
    const isOurs = element.getAttribute(DEVICE) === String(device);
    try {
      const tags = carriedSchema.safeParse(JSON.parse(element.getAttribute('data-tags')!));
      if (isOurs && tags.success)
        found.set(
          id,
          tags.data.map((tag) => ({ ...tag, block: id })),
        );
    } catch {
      // Not ours.
    }
    element.removeAttribute('data-tags');
    element.removeAttribute(DEVICE);
  }
  carried = found;
  whole = new Set([...root.querySelectorAll(`[data-id][${WHOLE}]`)].map((element) => element.getAttribute('data-id')!));
}
