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

/** Takes the tags out of pasted HTML; what does not read as tags is ignored. */
export function takeCarriedTags(root: ParentNode): void {
  const found = new Map<string, readonly Tag[]>();
  for (const element of root.querySelectorAll('[data-id][data-tags]')) {
    const id = element.getAttribute('data-id')!;
    try {
      const tags = carriedSchema.safeParse(JSON.parse(element.getAttribute('data-tags')!));
      if (tags.success)
        found.set(
          id,
          tags.data.map((tag) => ({ ...tag, block: id })),
        );
    } catch {
      // Not ours.
    }
    element.removeAttribute('data-tags');
  }
  carried = found;
  whole = new Set([...root.querySelectorAll(`[data-id][${WHOLE}]`)].map((element) => element.getAttribute('data-id')!));
}
