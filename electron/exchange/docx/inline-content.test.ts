import { describe, expect, it } from 'vitest';
import { link, paragraph, paragraphsOf, text, textOf, writeBlocks } from './written-parts.test-support.ts';

describe('marks', () => {
  it.each([
    ['bold', '<w:b/><w:bCs/>'],
    ['italic', '<w:i/><w:iCs/>'],
    ['underline', '<w:u w:val="single"/>'],
    ['strike', '<w:strike/>'],
    ['subscript', '<w:vertAlign w:val="subscript"/>'],
    ['superscript', '<w:vertAlign w:val="superscript"/>'],
  ])('are written: %s', async (mark, xml) => {
    const { body } = await writeBlocks(paragraph(text('x', mark)));
    expect(body).toContain(`<w:r><w:rPr>${xml}</w:rPr><w:t xml:space="preserve">x</w:t></w:r>`);
  });

  it('add up', async () => {
    const { body } = await writeBlocks(paragraph(text('x', 'bold', 'italic', 'underline')));
    expect(body).toContain('<w:b/><w:bCs/><w:i/><w:iCs/><w:u w:val="single"/>');
  });
});

describe('text', () => {
  it('breaks lines at hard breaks and line feeds, and keeps tabs', async () => {
    const { body } = await writeBlocks(paragraph('a', { type: 'hardBreak' }, 'b\nc\td'));
    expect(body.match(/<w:br\/>/g)).toHaveLength(2);
    expect(body).toContain('<w:tab/>');
    expect(textOf(body)).toBe('abcd');
  });

  it('loses what XML cannot hold, and says how much that was', async () => {
    const { body, warnings } = await writeBlocks(paragraph('a\u0000b\u001Fc\uFFFEd\uFFFFe\uD800f\u{1F6E1}'));
    expect(textOf(body)).toBe('abcdef\u{1F6E1}');
    expect(warnings).toEqual([{ what: 'control-characters', count: 5 }]);
  });

  it('escapes what XML would read', async () => {
    const { body } = await writeBlocks(paragraph('<b> & "c"'));
    expect(textOf(body)).toBe('&lt;b&gt; &amp; &quot;c&quot;');
  });

  it('is never read as a page number', async () => {
    const { body } = await writeBlocks(paragraph('CURRENT', text('TOTAL_PAGES', 'bold')));
    expect(textOf(body)).toBe('CURRENTTOTAL_PAGES');
    expect(body).not.toContain('fldChar');
  });
});

describe('links', () => {
  it('lead out of the document, over all runs of the same address', async () => {
    const bold = {
      ...link('bold', 'https://example.org/a b'),
      marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://example.org/a b' } }],
    };
    const { body, part } = await writeBlocks(paragraph(link('plain ', 'https://example.org/a b'), bold));
    expect(body.match(/<w:hyperlink /g)).toHaveLength(1);
    const id = body.match(/<w:hyperlink [^>]*r:id="([^"]+)"/)?.[1];
    expect(part('word/_rels/document.xml.rels')).toMatch(
      new RegExp(`Id="${id}"[^>]*Target="https://example.org/a%20b" TargetMode="External"`),
    );
    expect(body).toContain('<w:rStyle w:val="Hyperlink"/>');
  });

  it('share one address where they lead to the same', async () => {
    const to = (href: string) => link('x', href);
    const { part } = await writeBlocks(
      paragraph(to('https://example.org/1'), ' ', to('mailto:office@example.org')),
      paragraph(to('https://example.org/1')),
    );
    expect(part('word/_rels/document.xml.rels').match(/TargetMode="External"/g)).toHaveLength(2);
  });

  it('become plain text where they lead nowhere', async () => {
    const { body, warnings } = await writeBlocks(
      paragraph(
        link('a', 'javascript:alert(1)'),
        link('b', 'https://'),
        link('c', ''),
        link('d', 'file:///etc/hosts'),
        link('e', '#gone'),
      ),
    );
    expect(body).not.toContain('<w:hyperlink');
    expect(textOf(body)).toBe('abcde');
    expect(warnings).toEqual([
      { what: 'missing-link-target', count: 1 },
      { what: 'unusable-link', count: 4 },
    ]);
  });

  it('lead to blocks and sections of the document by bookmarks', async () => {
    const { body, part } = await writeBlocks(
      paragraph(link('there', '#aim'), ' and ', link('top', '#section-1')),
      { ...paragraph('The aim'), attrs: { id: 'aim' } },
      { ...paragraph('Nothing leads here'), attrs: { id: 'other' } },
    );
    const anchors = [...body.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name);
    expect(anchors).toHaveLength(2);
    for (const name of anchors) {
      expect(part('word/document.xml').match(new RegExp(`<w:bookmarkStart w:name="${name}"`, 'g'))).toHaveLength(1);
      expect(name?.length).toBeLessThanOrEqual(40);
    }
    expect(paragraphsOf(body)[2]).not.toContain('bookmark');
  });
});

describe('footnotes', () => {
  it('stand in their own part, numbered in order, with marks and links', async () => {
    const { body, part } = await writeBlocks(
      paragraph('a', { type: 'footnote', content: [text('First ', 'italic'), link('source', 'https://example.org/')] }),
      paragraph('b', { type: 'footnote', content: [text('Second')] }),
    );
    expect([...body.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(([, id]) => id)).toEqual(['1', '2']);
    const notes = part('word/footnotes.xml');
    const first = notes.match(/<w:footnote w:id="1">.*?<\/w:footnote>/s)?.[0] ?? '';
    expect(first).toContain('<w:pStyle w:val="FootnoteText"/>');
    expect(first).toContain('<w:footnoteRef/>');
    expect(first).toContain('<w:i/>');
    expect(textOf(first)).toBe(' First source');
    const id = first.match(/r:id="([^"]+)"/)?.[1];
    expect(part('word/_rels/footnotes.xml.rels')).toContain(`Id="${id}"`);
    expect(part('word/_rels/document.xml.rels')).not.toContain('TargetMode="External"');
  });

  it('may be empty and still have a note for their number', async () => {
    const { part } = await writeBlocks(paragraph({ type: 'footnote' }));
    expect(part('word/footnotes.xml')).toContain('<w:footnote w:id="1">');
  });
});
