import { describe, expect, it } from 'vitest';
import {
  cell,
  link,
  paragraph,
  paragraphsOf,
  sectionOf,
  strategyOf,
  table,
  text,
  textOf,
  write,
} from './written-parts.test-support.ts';
import { writeDocx } from './write-docx.ts';

const heading = (level: number, title: string) => ({ type: 'heading', attrs: { level }, content: [text(title)] });

describe('the front of the document', () => {
  it('has title, organisation, date in words and a line saying that it is a draft', async () => {
    const { part } = await write(strategyOf([]));
    const lines = paragraphsOf(part('word/document.xml')).slice(0, 4);
    expect(lines.map(textOf)).toEqual([
      'Coordination Office',
      'Strategy of Maravia',
      '1 March 2027',
      'Draft. This text has not been adopted.',
    ]);
    expect(lines[1]).toContain('<w:pStyle w:val="Title"/>');
  });

  it('has the day before the month in English of no region', async () => {
    const { part } = await write(strategyOf([], { locale: 'en' }));
    expect(part('word/document.xml')).toContain('1 March 2027');
  });

  it('has a table of contents that is filled in on opening and lists numbers and titles until then', async () => {
    const { part } = await write(
      strategyOf([heading(2, 'Aims'), heading(3, 'Means'), heading(4, 'Details'), heading(2, 'Costs')]),
    );
    const xml = part('word/document.xml');
    const contents = xml.slice(xml.indexOf('<w:sdt>'), xml.indexOf('</w:sdt>'));
    expect(contents).toContain('w:fldCharType="begin" w:dirty="true"');
    expect(contents).toContain('TOC \\h \\o &quot;1-3&quot;');
    expect(paragraphsOf(contents).map(textOf).filter(Boolean)).toEqual([
      '1Prevention',
      '1.1Aims',
      '1.1.1Means',
      '1.2Costs',
    ]);
    expect(part('word/settings.xml')).toContain('<w:updateFields/>');
    for (const [, anchor] of contents.matchAll(/w:anchor="([^"]+)"/g)) expect(xml).toContain(`w:name="${anchor}"`);
  });

  it('shows the title at the head and the page numbers at the foot, but not on the title page', async () => {
    const { part, parts } = await write(strategyOf([]));
    expect(part('word/document.xml')).toContain('<w:titlePg/>');
    const running = [...parts].filter(([path]) => /^word\/(header|footer)\d\.xml$/.test(path)).map(([, xml]) => xml);
    expect(running).toHaveLength(4);
    expect(running.map(textOf).filter(Boolean)).toEqual(['Strategy of Maravia', 'Page  of ']);
    const footer = running.find((xml) => xml.includes('NUMPAGES'));
    expect(footer).toMatch(/PAGE.*of.*NUMPAGES/s);
  });

  it('shows how confidential the document is at the head and the foot of every page', async () => {
    const { parts } = await write(strategyOf([], { classification: ' Restricted & numbered ' }));
    const running = [...parts].filter(([path]) => /^word\/(header|footer)\d\.xml$/.test(path)).map(([, xml]) => xml);
    for (const xml of running) {
      expect(xml).toMatch(/<w:pStyle w:val="Classification"\/>.*<w:t[^>]*>Restricted &amp; numbered</);
    }
    expect(running).toHaveLength(4);
  });

  it('is A4 with margins of 2.5 cm', async () => {
    const { part } = await write(strategyOf([]));
    expect(part('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(part('word/document.xml')).toContain('<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"');
  });
});

describe('a section', () => {
  it('starts with a numbered heading and says who answers for it', async () => {
    const { part } = await write(strategyOf([], { sections: [sectionOf([], { owner: 'Ministry of Justice' })] }));
    const xml = part('word/document.xml');
    const [title, owner] = paragraphsOf(xml.slice(xml.indexOf('</w:sdt>')));
    expect(title).toContain('<w:pStyle w:val="Heading1"/>');
    expect(textOf(title ?? '')).toBe('Prevention');
    expect(owner).toContain('<w:pStyle w:val="Owner"/>');
    expect(textOf(owner ?? '')).toBe('Responsible: Ministry of Justice');
  });

  it('takes its number from the heading styles, which share one multi-level numbering', async () => {
    const { part } = await write(strategyOf([heading(2, 'Aims')]));
    const styles = part('word/styles.xml');
    const numbers = [1, 2, 3, 4].map((level) => {
      const style = styles.match(new RegExp(`<w:style [^>]*w:styleId="Heading${level}".*?</w:style>`, 's'))?.[0] ?? '';
      expect(style).toContain(`<w:ilvl w:val="${level - 1}"/>`);
      expect(style).toContain('<w:keepNext/>');
      return style.match(/<w:numId w:val="(\d+)"\/>/)?.[1];
    });
    expect(new Set(numbers).size).toBe(1);
    expect(part('word/numbering.xml')).toContain('<w:pStyle w:val="Heading4"/><w:lvlText w:val="%1.%2.%3.%4"/>');
    expect(part('word/document.xml')).not.toContain('<w:numPr>');
  });

  it('keeps its own number when sections before it are left out', async () => {
    const sections = [sectionOf([], { number: 3 }), sectionOf([heading(2, 'Aims')], { id: 'section-2', number: 4 })];
    const { part } = await write(strategyOf([], { sections }));
    const numIds = [...part('word/document.xml').matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(numIds).toHaveLength(3);
    expect(new Set(numIds).size).toBe(1);
    expect(part('word/numbering.xml')).toContain(`<w:num w:numId="${numIds[0]}"`);
    expect(part('word/numbering.xml')).toContain('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>');
  });
});

it('counts a removed character once, however often its text is shown', async () => {
  const { warnings } = await write(strategyOf([heading(2, 'a\u0001')], { title: 'b\u0001', organisation: 'c\u0001' }));
  expect(warnings).toEqual([{ what: 'control-characters', count: 3 }]);
});

describe('properties', () => {
  it('name title, organisation, language, description and the given date', async () => {
    const { part } = await write(strategyOf([], { title: 'Aims & <means>' }));
    const core = part('docProps/core.xml');
    expect(core).toContain('<dc:title>Aims &#38; &#60;means&#62;</dc:title>');
    expect(core).toContain('<dc:creator>Coordination Office</dc:creator>');
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect(core).toContain('<dc:description>Draft counter-terrorism strategy</dc:description>');
    expect(core).toContain('>2027-03-01T00:00:00Z</dcterms:created>');
    expect(part('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
  });

  it('bear with a language and a date that are none', async () => {
    const { part } = await write(strategyOf([], { locale: 'no such language', date: 'soon', title: ' ' }));
    expect(part('docProps/core.xml')).toContain('<dc:language>en</dc:language>');
    expect(part('docProps/core.xml')).toContain('>1970-01-01T00:00:00Z<');
    expect(textOf(part('word/document.xml'))).toContain('Untitled strategysoonDraft.');
  });
});

describe('writing', () => {
  const rich = strategyOf([
    paragraph('See ', link('the register', 'https://example.org/'), {
      type: 'footnote',
      content: [link('here', 'https://example.org/')],
    }),
    { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('one')] }] },
    table([cell('a'), cell('b')]),
    heading(2, 'Aims'),
  ]);

  it('gives the same bytes for the same strategy', async () => {
    const [first, second] = [await writeDocx(rich), await writeDocx(structuredClone(rich))];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('tells its progress from 0 to 1 without going back', async () => {
    const heard: number[] = [];
    await writeDocx(rich, { onProgress: (fraction) => heard.push(fraction) });
    expect(heard[0]).toBe(0);
    expect(heard.at(-1)).toBe(1);
    expect(heard.length).toBeGreaterThan(2);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  });

  it('rejects with the reason of a signal that was aborted before it began', async () => {
    const reason = new Error('Somebody changed their mind.');
    await expect(writeDocx(rich, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('rejects with the reason of a signal that is aborted on the way', async () => {
    const controller = new AbortController();
    const reason = new Error('Somebody changed their mind.');
    const onProgress = (fraction: number) => {
      if (fraction > 0) controller.abort(reason);
    };
    await expect(writeDocx(rich, { signal: controller.signal, onProgress })).rejects.toBe(reason);
  });

  it('writes a strategy without sections', async () => {
    const { part } = await write(strategyOf([], { sections: [] }));
    expect(part('word/document.xml')).toContain('<w:sectPr>');
  });
});

it('keeps the order of English words in an Arabic document', async () => {
  const { part } = await write(strategyOf([], { locale: 'ar', title: 'استراتيجية' }));
  expect(part('word/footer1.xml')).not.toContain('<w:bidi/>');
  expect(part('word/footer1.xml')).not.toContain('<w:rtl/>');
  expect(part('word/document.xml')).toMatch(/<w:rtl\/><\/w:rPr><w:t[^>]*>استراتيجية/);
});
