import * as Y from 'yjs';
import type { ReadableDocument } from './readable-rows.ts';
import { isWhole } from './stored-document.ts';

/** A document made of what was left of it. */
export interface RebuiltDocument {
  readonly doc: Y.Doc;
  /** How many of its updates are known to be missing. */
  readonly lost: number;
  /** Whether it holds all that was ever written. */
  readonly isWhole: boolean;
}

type Step = (doc: Y.Doc) => void;

/** Applies what can be applied; what is built on something that is missing is left out. */
export function rebuildDocument({ snapshots, updates, known }: ReadableDocument): RebuiltDocument {
  const byAge = [...snapshots].sort(([a], [b]) => a - b);
  const fromSnapshots = applyReadable(
    byAge.map(
      ([, data]) =>
        (doc) =>
          Y.applyUpdateV2(doc, data),
    ),
  );
  const covered = byAge.findLast((_, index) => fromSnapshots.applied.has(index))?.[0] ?? 0;
  const candidates = [...updates]
    .sort(([a], [b]) => a - b)
    .flatMap(([seq, found]) => found.map((data) => ({ seq, data })));
  const steps = candidates.map(
    ({ data }): Step =>
      (doc) =>
        Y.applyUpdate(doc, data),
  );
  const before = fromSnapshots.steps;
  const { doc, applied } = applyReadable([...before, ...steps]);
  const read = new Set(candidates.filter((_, index) => applied.has(before.length + index)).map(({ seq }) => seq));
  const missing = new Set([...known, ...updates.keys()].filter((seq) => seq > covered && !read.has(seq)));
  const isComplete = isWhole(doc) && missing.size === 0 && fromSnapshots.applied.size === byAge.length;
  // What waits for something that is lost would be written along, and wait for ever.
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
  return { doc, lost: missing.size, isWhole: isComplete };
}

/** A step that fails may have done a part of its work, so that the document is begun anew without it. */
function applyReadable(steps: readonly Step[]): { doc: Y.Doc; applied: ReadonlySet<number>; steps: readonly Step[] } {
  const failed = new Set<number>();
  for (;;) {
    const doc = new Y.Doc();
    const broken = firstBroken(doc, steps, failed);
    if (broken === null) {
      const applied = new Set([...steps.keys()].filter((index) => !failed.has(index)));
      return { doc, applied, steps: steps.filter((_, index) => applied.has(index)) };
    }
    doc.destroy();
    failed.add(broken);
  }
}

function firstBroken(doc: Y.Doc, steps: readonly Step[], failed: ReadonlySet<number>): number | null {
  for (const [index, step] of steps.entries()) {
    if (failed.has(index)) continue;
    try {
      step(doc);
    } catch {
      return index;
    }
  }
  return null;
}
