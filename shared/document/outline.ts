import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { z } from 'zod';
import { templateIdSchema, type Framework, type TemplateId } from '../domain/framework.ts';
import { sectionStatusSchema, type SectionStatus } from '../domain/section-status.ts';
import { frameworksMapOf, readFrameworks } from './frameworks.ts';
import { createId } from './ids.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { parsePrincipleKey, principleKey, type PrincipleRef } from './tags.ts';

/** A section as the outline knows it. Its text lives in a document of its own. */
export interface OutlineSection {
  readonly id: string;
  /** The role given by the template, or null for a section that somebody added. */
  readonly key: string | null;
  readonly title: string;
  /** Fractional key: sections stand in the order of these, then of their ids. */
  readonly order: string;
  /** The organisation that answers for the section; empty when nobody does yet. */
  readonly owner: string;
  readonly status: SectionStatus;
}

/** A decision that a principle is deliberately not taken up. */
export interface Decision extends PrincipleRef {
  readonly reason: string;
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** The outline document as plain data. */
export interface Outline {
  readonly title: string;
  readonly template: TemplateId;
  /** Language of the document, BCP 47. */
  readonly locale: string;
  /** How confidential the document is, in the government's own words; empty when nobody has said. */
  readonly classification: string;
  readonly schemaVersion: number;
  readonly sections: readonly OutlineSection[];
  /** Deleted sections; their documents still take in edits and they can be brought back. */
  readonly deleted: readonly OutlineSection[];
  readonly decisions: readonly Decision[];
  /** Those that the strategy has besides the ones that come with the application. */
  readonly frameworks: readonly Framework[];
}

const metaSchema = z.object({
  title: z.string().default(''),
  template: templateIdSchema.default('national'),
  locale: z.string().default('en'),
  classification: z.string().catch(''),
  schemaVersion: z.number().default(SCHEMA_VERSION),
});

const sectionSchema = z.object({
  key: z.string().nullable().default(null),
  title: z.string().default(''),
  order: z.string().default('a0'),
  owner: z.string().default(''),
  status: sectionStatusSchema.catch('drafting'),
  deleted: z.boolean().default(false),
});

const decisionSchema = z.object({ reason: z.string(), by: z.string(), at: z.string() });

function metaOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('meta');
}

function sectionsOf(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
  return doc.getMap('sections');
}

function decisionsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('decisions');
}

/** The shared types whose changes a user can undo. */
export function outlineScope(doc: Y.Doc): Y.AbstractType<Y.YEvent<never>>[] {
  const scope: unknown = [metaOf(doc), sectionsOf(doc), decisionsOf(doc), frameworksMapOf(doc)];
  return scope as Y.AbstractType<Y.YEvent<never>>[];
}

export function readOutline(doc: Y.Doc): Outline {
  const sections: OutlineSection[] = [];
  const deleted: OutlineSection[] = [];
  for (const [id, map] of sectionsOf(doc).entries()) {
    if (!(map instanceof Y.Map)) continue;
    const parsed = sectionSchema.safeParse(map.toJSON());
    if (!parsed.success) continue;
    const { deleted: isDeleted, ...section } = parsed.data;
    (isDeleted ? deleted : sections).push({ id, ...section });
  }
  sections.sort(compareSections);
  deleted.sort(compareSections);
  const [decisions, frameworks] = [readDecisions(doc), readFrameworks(doc)];
  return { ...metaSchema.parse(metaOf(doc).toJSON()), sections, deleted, decisions, frameworks };
}

function compareSections(a: OutlineSection, b: OutlineSection): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function readDecisions(doc: Y.Doc): Decision[] {
  const decisions: Decision[] = [];
  for (const [key, value] of decisionsOf(doc).entries()) {
    const ref = parsePrincipleKey(key);
    const parsed = decisionSchema.safeParse(value);
    if (ref && parsed.success) decisions.push({ ...ref, ...parsed.data });
  }
  return decisions.sort((a, b) =>
    a.framework === b.framework ? a.principle - b.principle : a.framework < b.framework ? -1 : 1,
  );
}

export interface NewOutline {
  readonly title: string;
  readonly template: TemplateId;
  readonly locale: string;
  readonly classification?: string;
  readonly sections: readonly (Pick<OutlineSection, 'title'> & Partial<OutlineSection>)[];
}

/** Writes a fresh outline. Only the creator of a strategy calls this, and only once. */
export function writeOutline(doc: Y.Doc, outline: NewOutline): void {
  const orders = generateNKeysBetween(null, null, outline.sections.length);
  doc.transact(() => {
    const { title, template, locale, classification = '' } = outline;
    setMeta(doc, { title, template, locale, ...(classification === '' ? {} : { classification }) });
    setSchemaVersion(doc);
    outline.sections.forEach((section, index) => {
      writeSection(doc, { id: createId(), order: orders[index]!, ...section });
    });
  });
}

export function setMeta(
  doc: Y.Doc,
  meta: Partial<Pick<Outline, 'title' | 'template' | 'locale' | 'classification'>>,
): void {
  for (const [field, value] of Object.entries(meta)) metaOf(doc).set(field, value);
}

/** Says that what is in the strategy may need this version of the schema. */
export function setSchemaVersion(doc: Y.Doc): void {
  metaOf(doc).set('schemaVersion', SCHEMA_VERSION);
}

function writeSection(
  doc: Y.Doc,
  {
    id,
    key = null,
    title,
    order,
    owner = '',
    status = 'drafting',
    deleted = false,
  }: Partial<OutlineSection> & { readonly deleted?: boolean } & Pick<OutlineSection, 'id' | 'title' | 'order'>,
): void {
  sectionsOf(doc).set(id, new Y.Map(Object.entries({ key, title, order, owner, status, deleted })));
}

/**
 * Adds an empty section after another one, or at the end; as a deleted one if told so.
 * @returns The new section's id.
 */
export function addSection(doc: Y.Doc, title: string, after: string | null, deleted = false): string {
  const id = createId();
  writeSection(doc, { id, title, order: orderAfter(readOutline(doc).sections, after), deleted });
  return id;
}

/**
 * Adds sections at the end, whose documents are written already; as deleted ones if told so.
 */
export function appendSections(
  doc: Y.Doc,
  sections: readonly Pick<OutlineSection, 'id' | 'title'>[],
  deleted = false,
): void {
  const last = readOutline(doc).sections.at(-1)?.order ?? null;
  const orders = generateNKeysBetween(last, null, sections.length);
  sections.forEach(({ id, title }, index) => writeSection(doc, { id, title, order: orders[index]!, deleted }));
}

/** Puts a section behind another one, or first when `after` is null. */
export function moveSection(doc: Y.Doc, id: string, after: string | null): void {
  const others = readOutline(doc).sections.filter((section) => section.id !== id);
  const next = after === null ? (others[0]?.order ?? null) : undefined;
  const order = next === undefined ? orderAfter(others, after) : generateKeyBetween(null, next);
  setSectionField(doc, id, 'order', order);
}

function orderAfter(sections: readonly OutlineSection[], after: string | null): string {
  const index = after === null ? sections.length - 1 : sections.findIndex(({ id }) => id === after);
  const previous = sections[index]?.order ?? null;
  // Two sections moved to one place at once may hold the same key; the next larger one is wanted.
  const next = sections.slice(index + 1).find(({ order }) => previous === null || order > previous);
  return generateKeyBetween(previous, next?.order ?? null);
}

export function renameSection(doc: Y.Doc, id: string, title: string): void {
  setSectionField(doc, id, 'title', title);
}

export function setSectionOwner(doc: Y.Doc, id: string, owner: string): void {
  setSectionField(doc, id, 'owner', owner);
}

export function setSectionStatus(doc: Y.Doc, id: string, status: SectionStatus): void {
  setSectionField(doc, id, 'status', status);
}

/** Marks a section as deleted, or brings it back. Its text is untouched either way. */
export function setSectionDeleted(doc: Y.Doc, id: string, deleted: boolean): void {
  setSectionField(doc, id, 'deleted', deleted);
}

/** Makes these the sections that there are; the others are deleted. */
export function restoreSections(doc: Y.Doc, sections: readonly OutlineSection[]): void {
  const wanted = new Set(sections.map(({ id }) => id));
  for (const { id } of readOutline(doc).sections) if (!wanted.has(id)) setSectionDeleted(doc, id, true);
  for (const section of sections) {
    if (!sectionsOf(doc).has(section.id)) {
      writeSection(doc, section);
      continue;
    }
    for (const field of ['title', 'order', 'owner', 'status'] as const)
      setSectionField(doc, section.id, field, section[field]);
    setSectionDeleted(doc, section.id, false);
  }
}

function setSectionField(doc: Y.Doc, id: string, field: string, value: unknown): void {
  const section = sectionsOf(doc).get(id);
  if (section && section.get(field) !== value) section.set(field, value);
}

export function putDecision(doc: Y.Doc, { framework, principle, reason, by, at }: Decision): void {
  decisionsOf(doc).set(principleKey({ framework, principle }), { reason, by, at });
}

/** @returns Whether there was such a decision. */
export function withdrawDecision(doc: Y.Doc, ref: PrincipleRef): boolean {
  const key = principleKey(ref);
  if (!decisionsOf(doc).has(key)) return false;
  decisionsOf(doc).delete(key);
  return true;
}
