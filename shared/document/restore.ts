import type * as Y from 'yjs';
import type { Framework } from '../domain/framework.ts';
import { replaceContent } from './content.ts';
import { restoreFrameworks } from './frameworks.ts';
import {
  putDecision,
  readOutline,
  restoreSections,
  setMeta,
  withdrawDecision,
  type Decision,
  type OutlineSection,
} from './outline.ts';
import type { NodeJson } from './schema.ts';
import { putTag, readTags, removeTag, tagKey, type Tag } from './tags.ts';

/** Brings a section's text and tags back to how they were, touching nothing that is so already. */
export function restoreSection(doc: Y.Doc, content: NodeJson, tags: readonly Tag[]): void {
  replaceContent(doc, content.content ?? []);
  const wanted = new Map(tags.map((tag) => [tagKey(tag.block, tag), tag]));
  const present = new Map(readTags(doc).map((tag) => [tagKey(tag.block, tag), tag]));
  for (const [key, tag] of present) if (!wanted.has(key)) removeTag(doc, tag.block, tag);
  for (const [key, tag] of wanted) if (!isSame(present.get(key), tag)) putTag(doc, tag);
}

function isSame(a: Tag | undefined, b: Tag): boolean {
  return a?.strength === b.strength && a.reason === b.reason && a.by === b.by && a.at === b.at;
}

/** An outline as a version has it. */
export interface RestorableOutline {
  readonly title: string;
  readonly locale: string;
  readonly sections: readonly OutlineSection[];
  readonly decisions: readonly Decision[];
  readonly frameworks: readonly Framework[];
}

/**
 * Brings the outline back to how it was, but for how confidential the document is: that is never undone by the
 * way. Sections that have come since are among the deleted then.
 */
export function restoreOutline(
  doc: Y.Doc,
  { title, locale, sections, decisions, frameworks }: RestorableOutline,
): void {
  const current = readOutline(doc);
  if (current.title !== title) setMeta(doc, { title });
  if (current.locale !== locale) setMeta(doc, { locale });
  restoreSections(doc, sections);
  for (const decision of current.decisions) withdrawDecision(doc, decision);
  for (const decision of decisions) putDecision(doc, decision);
  restoreFrameworks(doc, frameworks);
}
