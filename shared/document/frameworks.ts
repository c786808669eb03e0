import type * as Y from 'yjs';
import { frameworkSchema, type Framework } from '../domain/framework.ts';

/** Frameworks of the strategy's own, in its outline: one entry an id, each a whole framework as plain data. */
export function frameworksMapOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('frameworks');
}

/** An entry never changes, it is replaced; what was made of it is good for as long as it is there. */
const parsed = new WeakMap<object, Framework | null>();

/** The strategy's own frameworks in the order of their ids; entries that are none are passed over, and stay. */
export function readFrameworks(doc: Y.Doc): Framework[] {
  const frameworks: Framework[] = [];
  for (const [id, value] of frameworksMapOf(doc).entries()) {
    const framework = parseOnce(value);
    if (framework?.id === id) frameworks.push(framework);
  }
  return frameworks.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function parseOnce(value: unknown): Framework | null {
  if (typeof value !== 'object' || value === null) return null;
  const known = parsed.get(value);
  if (known !== undefined) return known;
  const framework = frameworkSchema.safeParse(value).data ?? null;
  parsed.set(value, framework);
  return framework;
}

/** Takes a framework in, in the place of one of the same id. */
export function putFramework(doc: Y.Doc, framework: Framework): void {
  frameworksMapOf(doc).set(framework.id, framework);
}

/** Takes a framework out; tags and decisions that refer to it stay. @returns Whether it was there. */
export function removeFramework(doc: Y.Doc, id: string): boolean {
  if (!frameworksMapOf(doc).has(id)) return false;
  frameworksMapOf(doc).delete(id);
  return true;
}

/** Makes these the strategy's own frameworks, touching none that is so already. */
export function restoreFrameworks(doc: Y.Doc, frameworks: readonly Framework[]): void {
  const current = new Map(readFrameworks(doc).map((framework) => [framework.id, JSON.stringify(framework)]));
  const wanted = new Set(frameworks.map(({ id }) => id));
  for (const id of current.keys()) if (!wanted.has(id)) removeFramework(doc, id);
  for (const framework of frameworks)
    if (current.get(framework.id) !== JSON.stringify(framework)) putFramework(doc, framework);
}
