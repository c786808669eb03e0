import { expect, test } from 'vitest';
import type { Framework } from '../../../shared/domain/framework.ts';
import { readFrameworks } from '../../resources.ts';
import type { ExportedStrategy } from './exported-strategy.ts';
import { sectionOf, strategyOf, write } from './written-parts.test-support.ts';

const tag = {
  framework: 'valletta-2025',
  principle: 14,
  strength: 'partial',
  reason: 'The unit is named.',
  by: 'Legal Adviser',
  at: '2027-02-03T04:05:06.000Z',
} as const;

const text = (id: string, words: string) => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text: words }],
});

function tagged(shownTags: readonly Framework[] | null, tags: readonly object[] = [tag]): ExportedStrategy {
  const content = [text('b1', 'Money is followed.'), text('b2', 'Nothing.'), text('b1', 'A copy.')];
  const blocks = [{ id: 'b1', kind: 'paragraph', text: '', tags }] as ExportedStrategy['sections'][number]['blocks'];
  return strategyOf([], { sections: [sectionOf(content, { blocks: blocks! })], shownTags });
}

test('a tag is a comment around its paragraph, by whoever gave it and when', async () => {
  const { part, body } = await write(tagged(readFrameworks()));
  const comments = part('word/comments.xml');
  expect(comments).toContain('w:id="0" w:initials="LA" w:author="Legal Adviser" w:date="2027-02-03T04:05:06.000Z"');
  expect(comments).toMatch(/Valletta[^<]* 14, [^<]*\(answered in part\)<.*The unit is named\./);
  expect(body).toMatch(/<w:commentRangeStart w:id="0"\/>.*Money is followed\..*<w:commentRangeEnd w:id="0"\/>/);
  expect(body.match(/<w:commentReference w:id="0"\/>/g)).toHaveLength(1);
});

test('there is no comment unless it is asked for', async () => {
  const { parts, body } = await write(tagged(null));
  expect(parts.has('word/comments.xml')).toBe(false);
  expect(body).not.toContain('comment');
});

test('what a tag lacks or has wrong does not break the document', async () => {
  const odd = { ...tag, framework: 'gone', principle: 99, reason: '', by: '', at: 'no date' };
  const { part } = await write(tagged(readFrameworks(), [odd, tag]));
  const comments = part('word/comments.xml');
  expect(comments).toContain('w:author="Coordination Office" w:date="2027-03-01T00:00:00.000Z"');
  expect(comments).toContain('gone 99');
  expect(comments.match(/<w:comment /g)).toHaveLength(2);
});
