import { expect, test } from 'vitest';
import { strategyOf, write } from './written-parts.test-support.ts';

const paragraphOf = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

test('runs from right to left and in East Asian scripts are marked as such, with their language', async () => {
  const { body } = await write(
    strategyOf([
      paragraphOf('The وزارة leads.'),
      paragraphOf('מרקש too'),
      paragraphOf('见国家战略。'),
      paragraphOf('テロ対策'),
    ]),
  );
  expect(body).toContain('<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">وزارة</w:t></w:r>');
  expect(body).toMatch(/<w:rtl\/><w:lang w:bidi="he-IL"\/><\/w:rPr><w:t xml:space="preserve">מרקש</);
  expect(body).toMatch(
    /<w:rFonts w:hint="eastAsia"\/><w:lang w:eastAsia="zh-CN"\/><\/w:rPr><w:t xml:space="preserve">见国/,
  );
  expect(body).toMatch(/<w:lang w:eastAsia="ja-JP"\/><\/w:rPr><w:t xml:space="preserve">テロ/);
});

test('what the document says of itself is not said of every run', async () => {
  const { body, part } = await write(strategyOf([paragraphOf('见国家战略。')], { locale: 'zh-TW' }));
  expect(body).toMatch(/<w:rPr><w:rFonts w:hint="eastAsia"\/><\/w:rPr><w:t xml:space="preserve">见国/);
  expect(part('word/styles.xml')).toContain('w:eastAsia="zh-TW"');
  expect(part('word/styles.xml')).toContain('w:eastAsia="PMingLiU"');
});
