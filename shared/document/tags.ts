import type * as Y from 'yjs';
import { z } from 'zod';
import { tagsOf } from './layout.ts';

/** How far a paragraph answers a principle. Only full and partial answers count in coverage. */
export const STRENGTHS = ['full', 'partial', 'mention'] as const;
export const strengthSchema = z.enum(STRENGTHS);
export type Strength = z.infer<typeof strengthSchema>;

/** What a tag's entry holds; its key says which block and which principle. */
const tagValueSchema = z.object({
  strength: strengthSchema,
  reason: z.string(),
  /** Name of the person who tagged. */
  by: z.string(),
  /** When, ISO 8601 in UTC. */
  at: z.string(),
});
type TagValue = z.infer<typeof tagValueSchema>;

/** A statement that a block answers a principle of a framework. */
export interface Tag extends TagValue {
  readonly block: string;
  readonly framework: string;
  readonly principle: number;
}

/** A principle within a framework. */
export interface PrincipleRef {
  readonly framework: string;
  readonly principle: number;
}

/** `framework:number`, as in tag keys and decisions. */
export function principleKey({ framework, principle }: PrincipleRef): string {
  return `${framework}:${principle}`;
}

export function parsePrincipleKey(key: string): PrincipleRef | null {
  const match = /^([a-z0-9-]+):([1-9]\d{0,3})$/.exec(key);
  return match ? { framework: match[1]!, principle: Number(match[2]) } : null;
}

export function tagKey(block: string, ref: PrincipleRef): string {
  return `${block}|${principleKey(ref)}`;
}

function parseTag(key: string, value: unknown): Tag | null {
  const bar = key.indexOf('|');
  const ref = bar > 0 ? parsePrincipleKey(key.slice(bar + 1)) : null;
  const parsed = tagValueSchema.safeParse(value);
  return ref && parsed.success ? { block: key.slice(0, bar), ...ref, ...parsed.data } : null;
}

/** All tags of a section's document, placed or not, in the order of their keys. */
export function readTags(doc: Y.Doc): Tag[] {
  const tags: Tag[] = [];
  for (const [key, value] of tagsOf(doc).entries()) {
    const tag = parseTag(key, value);
    if (tag) tags.push(tag);
  }
  return tags.sort(compareTags);
}

/** Orders by block, then framework, then number. */
function compareTags(a: Tag, b: Tag): number {
  return compareText(a.block, b.block) || compareText(a.framework, b.framework) || a.principle - b.principle;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Groups tags by their block. */
export function tagsByBlock(tags: readonly Tag[]): Map<string, Tag[]> {
  const byBlock = new Map<string, Tag[]>();
  for (const tag of tags) {
    const list = byBlock.get(tag.block);
    if (list) list.push(tag);
    else byBlock.set(tag.block, [tag]);
  }
  return byBlock;
}

/** Writes a tag, replacing one of the same block and principle. */
export function putTag(doc: Y.Doc, tag: Tag): void {
  const { block, framework, principle, strength, reason, by, at } = tag;
  tagsOf(doc).set(tagKey(block, { framework, principle }), { strength, reason, by, at });
}

/** @returns Whether there was such a tag. */
export function removeTag(doc: Y.Doc, block: string, ref: PrincipleRef): boolean {
  const key = tagKey(block, ref);
  const tags = tagsOf(doc);
  if (!tags.has(key)) return false;
  tags.delete(key);
  return true;
}

/** The stronger of two tags of one principle; the first on a tie. */
export function strongerTag(a: Tag, b: Tag): Tag {
  return STRENGTHS.indexOf(b.strength) < STRENGTHS.indexOf(a.strength) ? b : a;
}
