import { type FileChild, ConcreteHyperlink, Paragraph, TableOfContents } from 'docx';
import type { NodeJson } from '../../../shared/document/schema.ts';
import { headingNumbers } from '../../../shared/domain/numbering.ts';
import { writableText } from './writable-text.ts';
import type { Conversion } from './conversion.ts';
import { CONTENTS_DEPTH } from './document-links.ts';
import type { ExportedSection, ExportedStrategy } from './exported-strategy.ts';
import { headingLevel } from './heading-level.ts';
import { lineOf, walk } from './node-walk.ts';
import { textRuns } from './text-runs.ts';

interface Entry {
  readonly level: number;
  readonly number: string;
  readonly title: string;
  readonly bookmark: string | undefined;
}

/**
 * The table of contents: a field that the word processor fills in when it opens the document. Until
 * then it shows the headings, without page numbers, for readers that fill in nothing.
 */
export function contents(strategy: ExportedStrategy, conversion: Conversion): FileChild[] {
  const { sections, labels, coverage } = strategy;
  const entries = sections.flatMap((section) => sectionEntries(section, conversion));
  if (coverage.length > 0) entries.push({ level: 1, number: '', title: labels.coverageAnnex, bookmark: undefined });
  const isRtl = conversion.direction === 'rtl';
  return [
    new Paragraph({
      style: 'TOCHeading',
      pageBreakBefore: true,
      ...(isRtl ? { bidirectional: true } : {}),
      children: textRuns(labels.contents, conversion),
    }),
    new TableOfContents(labels.contents, {
      headingStyleRange: `1-${CONTENTS_DEPTH}`,
      hyperlink: true,
      hideTabAndPageNumbersInWebView: true,
      beginDirty: true,
      contentChildren: entries.map((entry) => entryParagraph(entry, conversion)),
    }),
  ];
}

function sectionEntries(section: ExportedSection, { links }: Conversion): Entry[] {
  const headings: NodeJson[] = [];
  walk(section.content, (node) => {
    if (node.type === 'heading') headings.push(node);
  });
  const levels = headings.map(headingLevel);
  const numbers = headingNumbers(levels.map((level) => ({ kind: 'heading', level })));
  return [
    { level: 1, number: String(section.number), title: writableText(section.title), bookmark: links.nameOf(section) },
    ...headings.flatMap((heading, index): Entry[] => {
      const level = levels[index];
      const title = writableText(lineOf(heading));
      if (level === undefined || level > CONTENTS_DEPTH || title === '') return [];
      return [{ level, number: `${section.number}.${numbers[index]}`, title, bookmark: links.nameOf(heading) }];
    }),
  ];
}

function entryParagraph({ level, number, title, bookmark }: Entry, conversion: Conversion): Paragraph {
  const isRtl = conversion.direction === 'rtl';
  const runs = textRuns(number === '' ? title : `${number}\t${title}`, conversion);
  return new Paragraph({
    style: `TOC${level}`,
    ...(isRtl ? { bidirectional: true } : {}),
    ...(number === '' ? { indent: { left: 0, hanging: 0 } } : {}),
    children: bookmark === undefined ? runs : [new ConcreteHyperlink(runs, '', bookmark)],
  });
}
