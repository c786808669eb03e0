import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { tagsOf } from '../../../shared/document/layout.ts';
import { principleKey, readTags, type Tag } from '../../../shared/document/tags.ts';

/** The tags that all of the blocks carry, by principle key; follows the document. */
export function useBlockTags(doc: Y.Doc, blocks: readonly string[]): ReadonlyMap<string, Tag> {
  const source = useMemo(() => createSource(doc, blocks), [doc, blocks]);
  return useSyncExternalStore(source.subscribe, source.read);
}

function createSource(
  doc: Y.Doc,
  blocks: readonly string[],
): {
  subscribe: (listener: () => void) => () => void;
  read: () => ReadonlyMap<string, Tag>;
} {
  let current = commonTags(doc, blocks);
  return {
    read: () => current,
    subscribe: (listener) => {
      const refresh = (): void => {
        current = commonTags(doc, blocks);
        listener();
      };
      refresh();
      tagsOf(doc).observe(refresh);
      return () => tagsOf(doc).unobserve(refresh);
    },
  };
}

function commonTags(doc: Y.Doc, blocks: readonly string[]): ReadonlyMap<string, Tag> {
  const wanted = new Set(blocks);
  const byPrinciple = Map.groupBy(
    readTags(doc).filter(({ block }) => wanted.has(block)),
    (tag) => principleKey(tag),
  );
  return new Map([...byPrinciple].flatMap(([key, tags]) => (tags.length === blocks.length ? [[key, tags[0]!]] : [])));
}
