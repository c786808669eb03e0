import {
  type ICommentOptions,
  type ParagraphChild,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Paragraph,
  TextRun,
} from 'docx';
import type { NodeJson } from '../../../shared/document/schema.ts';
import { tagLines, type TagLine } from '../text/tag-lines.ts';
import { writableText } from './writable-text.ts';
import type { ExportedStrategy } from './exported-strategy.ts';
import { textRuns, type Surroundings } from './text-runs.ts';

/** The tags of a document as comments of the word processor, each by whoever gave it. */
export interface TagComments {
  readonly comments: readonly ICommentOptions[];
  /** The children of a block with its comments around them, if it has any. */
  readonly mark: (node: NodeJson, children: readonly ParagraphChild[]) => readonly ParagraphChild[];
}

export function createTagComments(strategy: ExportedStrategy, surroundings: Surroundings): TagComments {
  const comments: ICommentOptions[] = [];
  const byBlock = new Map<unknown, readonly number[]>();
  for (const [block, lines] of tagLines(strategy)) {
    byBlock.set(
      block,
      lines.map((line) => comments.push(comment(comments.length, line, strategy, surroundings)) - 1),
    );
  }
  return {
    comments,
    mark: (node, children) => {
      const id = node.attrs?.['id'];
      const ids = byBlock.get(id);
      if (!ids) return children;
      // A comment stands in one place, also where two blocks have the same id.
      byBlock.delete(id);
      return [
        ...ids.map((own) => new CommentRangeStart(own)),
        ...children,
        ...ids.flatMap((own) => [new CommentRangeEnd(own), new TextRun({ children: [new CommentReference(own)] })]),
      ];
    },
  };
}

function comment(
  id: number,
  { text, reason, by, at }: TagLine,
  { organisation, date }: ExportedStrategy,
  surroundings: Surroundings,
): ICommentOptions {
  const author = writableText(by === '' ? organisation : by);
  const paragraphs = [text, reason].filter((line) => line !== '');
  return {
    id,
    author,
    initials: initialsOf(author),
    date: [at, date].map((each) => new Date(each)).find((each) => !Number.isNaN(each.getTime())) ?? new Date(0),
    children: paragraphs.map(
      (line) =>
        new Paragraph({
          ...(surroundings.direction === 'rtl' ? { bidirectional: true } : {}),
          children: textRuns(writableText(line), surroundings),
        }),
    ),
  };
}

/** Up to three letters, as word processors show them beside a comment. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words
    .slice(0, 3)
    .map((word) => /^./u.exec(word)?.[0] ?? '')
    .join('')
    .toUpperCase();
}
