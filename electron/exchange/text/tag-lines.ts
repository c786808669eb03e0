import type { Tag } from '../../../shared/document/tags.ts';
import type { Framework } from '../../../shared/domain/framework.ts';
import { fillLabel, type DocxLabels } from '../docx/docx-labels.ts';
import type { ExportedStrategy } from '../docx/exported-strategy.ts';

export interface TagLine {
  /** Which principle is answered, and how far. */
  readonly text: string;
  /** May be empty. */
  readonly reason: string;
  /** Who tagged it; may be empty. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The tags of every block in words, by the block's id; empty when the export does not show them. */
export function tagLines({ sections, shownTags, labels }: ExportedStrategy): ReadonlyMap<string, readonly TagLine[]> {
  const lines = new Map<string, readonly TagLine[]>();
  if (shownTags === null) return lines;
  const frameworks = new Map(shownTags.map((framework) => [framework.id, framework]));
  for (const { blocks = [] } of sections) {
    for (const { id, tags } of blocks) {
      if (tags.length > 0)
        lines.set(
          id,
          tags.map((tag) => lineOf(tag, frameworks.get(tag.framework), labels)),
        );
    }
  }
  return lines;
}

function lineOf(tag: Omit<Tag, 'block'>, framework: Framework | undefined, labels: DocxLabels): TagLine {
  const title = framework?.principles.find(({ number }) => number === tag.principle)?.title ?? '';
  const text = fillLabel(labels.tag, {
    framework: framework?.title ?? tag.framework,
    number: String(tag.principle),
    title,
    strength: labels.strengths[tag.strength],
  });
  return { text, reason: tag.reason.trim(), by: tag.by.trim(), at: tag.at };
}
