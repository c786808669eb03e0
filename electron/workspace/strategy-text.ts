import * as Y from 'yjs';
import type { StrategyText } from '../../shared/contract/texts.ts';
import { readContent } from '../../shared/document/content.ts';
import { OUTLINE, sectionDocument } from '../../shared/document/layout.ts';
import { readOutline } from '../../shared/document/outline.ts';
import { summariseSection } from '../../shared/domain/coverage.ts';
import { projectSection } from '../storage/projection.ts';
import type { Workspace } from './workspace.ts';

/** Reads documents of the strategy as they are, or as a version has them. */
export interface StrategySource {
  readonly read: <T>(document: string, reader: (doc: Y.Doc) => T) => Promise<T>;
}

/** @param version Null for the strategy as it is. */
export function sourceOf({ hub, versions }: Workspace, version: string | null): StrategySource {
  if (version === null) return { read: (document, reader) => hub.read(document, reader) };
  const states = versions.states(version);
  return {
    read: async (document, reader) => {
      const doc = new Y.Doc();
      try {
        const state = states.get(document);
        if (state) Y.applyUpdateV2(doc, state);
        return reader(doc);
      } finally {
        doc.destroy();
      }
    },
  };
}

export async function readStrategyText({ read }: StrategySource): Promise<StrategyText> {
  const { title, locale, classification, sections, decisions, frameworks } = await read(OUTLINE, readOutline);
  return {
    title,
    locale,
    classification,
    sections: await Promise.all(
      sections.map(async (section) =>
        read(sectionDocument(section.id), (doc) => {
          const { blocks, tags } = projectSection(doc);
          const content = readContent(doc);
          return { ...section, content, tags: [...tags], summary: summariseSection(section.id, blocks, tags) };
        }),
      ),
    ),
    decisions: [...decisions],
    frameworks: [...frameworks],
  };
}
