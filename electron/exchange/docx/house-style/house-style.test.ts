import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, strFromU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readHouseStyleFile } from '../../../application/house-style-file.ts';
import { temporaryFolder } from '../../../strategy.test-support.ts';
import { paragraph, sectionOf, strategyOf } from '../written-parts.test-support.ts';
import { writeDocx } from '../write-docx.ts';
import { readHouseStyle } from './read-house-style.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The styles of a ministry whose Word speaks German: other ids, the names that Word knows in every language. */
const STYLES = `<?xml version="1.0" encoding="UTF-8"?>
<w:styles ${W}>
  <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:lang w:val="de-DE"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:qFormat/><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>
    <w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="77"/></w:numPr><w:keepNext/></w:pPr>
    <w:rPr><w:color w:themeColor="accent1" w:val="AA0033"/><w:rFonts w:asciiTheme="majorHAnsi"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="second of its id"/></w:style>
  <w:style w:type="paragraph" w:styleId="Rule"><w:name w:val="House rule"/></w:style>
</w:styles>`;
const THEME = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">
  <a:majorFont><a:latin typeface="Ministry Display"/></a:majorFont><a:minorFont><a:latin typeface="Ministry Text"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>`;

function template(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

const HOUSE = template({ 'word/styles.xml': STYLES, 'word/theme/theme1.xml': THEME });

async function write(): Promise<Readonly<Record<string, string>>> {
  const strategy = strategyOf([], {
    sections: [sectionOf([paragraph('Text.')], { title: 'Courts' })],
    houseStyle: readHouseStyle(HOUSE),
  });
  const { bytes } = await writeDocx(strategy);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

test('a style of the same name is taken from the house, whatever its id', async () => {
  const parts = await write();
  expect(parts['word/document.xml']).toContain('<w:pStyle w:val="berschrift1"/>');
  expect(parts['word/document.xml']).not.toContain('<w:pStyle w:val="Heading1"/>');
  const [heading] = /<w:style [^>]*w:styleId="berschrift1".*?<\/w:style>/s.exec(parts['word/styles.xml']!)!;
  expect(heading).toContain('w:ascii="Ministry Display"');
  expect(heading).toContain('w:val="AA0033"');
  expect(heading).not.toContain('theme');
});

test('headings keep their numbers, which are ours, where the schema wants them', async () => {
  const parts = await write();
  const [heading] = /<w:style [^>]*w:styleId="berschrift1".*?<\/w:style>/s.exec(parts['word/styles.xml']!)!;
  const [, number] = /<w:keepNext\/><w:numPr>.*?<w:numId w:val="(\d+)"\/><\/w:numPr>.*<w:outlineLvl/s.exec(heading)!;
  expect(parts['word/numbering.xml']).toContain(`w:numId="${number}"`);
  expect(heading).not.toContain('"77"');
});

test('what the house lacks is added in its fonts, on its own styles, and under a name that is free', async () => {
  const styles = (await write())['word/styles.xml']!;
  const [body] = /<w:style [^>]*w:styleId="BodyText".*?<\/w:style>/s.exec(styles)!;
  expect(body).toContain('<w:basedOn w:val="Standard"/>');
  const [rule] = /<w:style [^>]*w:styleId="VallettaRule".*?<\/w:style>/s.exec(styles)!;
  expect(rule).toContain('w:val="Rule"');
  const [header] = /<w:style [^>]*w:styleId="TableHeader".*?<\/w:style>/s.exec(styles)!;
  expect(header).not.toContain('rFonts');
  expect(styles.match(/w:default="1"/g)).toHaveLength(1);
  expect(styles.match(/w:styleId="berschrift1"/g)).toHaveLength(1);
});

test('the text keeps its language, and what other programs wrote in another order is sorted', async () => {
  const styles = (await write())['word/styles.xml']!;
  expect(styles).toMatch(/<w:sz w:val="21"\/><w:lang w:val="en-GB"/);
  expect(styles).toMatch(/w:styleId="Standard"><w:name w:val="Normal"\/><w:qFormat\/>/);
});

test('the same text in the same house style is the same file', async () => {
  const strategy = strategyOf([paragraph('Text.')], { houseStyle: readHouseStyle(HOUSE) });
  const [first, second] = [await writeDocx(strategy), await writeDocx(strategy)];
  expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
});

const STRICT = STYLES.replace(
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
);

test.each([
  ['no archive', strToU8('{\\rtf1 old}'), 'house-style-unreadable'],
  ['an archive of something else', template({ 'content.xml': '<a/>' }), 'house-style-unreadable'],
  ['broken XML', template({ 'word/styles.xml': '<w:styles' }), 'house-style-unreadable'],
  ['entities', template({ 'word/styles.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${STYLES}` }), 'house-style-unreadable'],
  ['the strict variant', template({ 'word/styles.xml': STRICT }), 'house-style-strict'],
  [
    'a part that unpacks to far too much',
    template({ 'word/styles.xml': ' '.repeat(9 * 1024 * 1024) }),
    'house-style-unreadable',
  ],
  ['a file that is far too large', new Uint8Array(21 * 1024 * 1024), 'house-style-too-large'],
])('%s is refused', (_, bytes, type) => {
  expect(() => readHouseStyle(bytes)).toThrow(type);
});

test('a file of that path is refused before it is read when it is too large, and said to be missing when it is', () => {
  const folder = temporaryFolder();
  const large = join(folder, 'large.dotx');
  writeFileSync(large, '');
  truncateSync(large, 21 * 1024 * 1024);
  expect(() => readHouseStyleFile(large)).toThrow('house-style-too-large');
  expect(() => readHouseStyleFile(join(folder, 'none.dotx'))).toThrow('house-style-missing');
});
