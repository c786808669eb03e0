import {
  type IParagraphStyleOptions,
  type IPropertiesOptions,
  type IRunOptions,
  AlignmentType,
  BorderStyle,
  LineRuleType,
} from 'docx';
import { HEADING_INDENTS, headingNumbering } from './numbering.ts';
import { TEXT_WIDTH } from './page.ts';
import { eastAsianFont, isCjk, rtlLanguage } from './script-language.ts';

/** Ids of the styles that paragraphs are given, as the word processor's style list shows them. */
export type ParagraphStyle =
  | 'BodyText'
  | 'ListParagraph'
  | 'Quote'
  | 'TableText'
  | 'TableHeader'
  | 'FootnoteText'
  | 'Caption'
  | 'Picture'
  | 'Rule'
  | 'TableSpacer'
  | 'Owner'
  | 'Title'
  | 'Subtitle'
  | 'Organisation'
  | 'DraftNotice'
  | 'TOCHeading'
  | `TOC${1 | 2 | 3}`
  | `Heading${1 | 2 | 3 | 4}`
  | 'Classification'
  | 'Header'
  | 'Footer';

/** How far a quotation is set in on both sides, in twips. */
export const QUOTE_INDENT = 567;

/** Fonts of a common office installation, on Windows and macOS; `cs` serves Arabic and Hebrew. */
const SERIF = { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman' };
const SANS = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' };

const INK = '1F2A44';
const QUIET = '5A6275';
export const RULE_COLOUR = 'B4BAC6';

/** Space between lines, in 240ths of a line. Word processors disagree on what it is when the rule is left out. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

/** What every paragraph does unless its style says otherwise. */
const FLOW = { widowControl: true, spacing: { after: 0, ...lines(264) } };

type HeadingStyle = NonNullable<NonNullable<NonNullable<IPropertiesOptions['styles']>['default']>['heading1']>;

/** The named styles of the document. Sizes are half-points, lengths twips. */
export function documentStyles(locale: Intl.Locale): NonNullable<IPropertiesOptions['styles']> {
  return {
    default: {
      document: {
        run: { font: { ...SERIF, eastAsia: eastAsianFont(locale) }, size: 22, language: languages(locale) },
        paragraph: FLOW,
      },
      title: {
        next: 'Subtitle',
        paragraph: { spacing: { before: 240, after: 240, ...lines(240) }, keepNext: true },
        run: { font: SANS, size: 60, bold: true, color: INK },
      },
      heading1: heading(0, { before: 480, after: 160 }, { size: 34, bold: true }),
      heading2: heading(1, { before: 320, after: 100 }, { size: 26, bold: true }),
      heading3: heading(2, { before: 240, after: 80 }, { size: 23, bold: true }),
      heading4: heading(3, { before: 200, after: 60 }, { size: 22, italics: true }),
      listParagraph: { paragraph: { spacing: { after: 100 }, contextualSpacing: false } },
      caption: { run: { font: SANS, size: 18, italics: false, color: QUIET }, paragraph: { spacing: { after: 120 } } },
      hyperlink: { run: { color: '1B4F9C', underline: {} } },
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 40, ...lines(240) } } },
      footnoteTextChar: { run: { size: 18 } },
    },
    paragraphStyles: [...textStyles(), ...frontMatterStyles(), ...runningStyles()],
  };
}

/** The language to check spelling by; those of other scripts only where the document is in one of them. */
function languages(locale: Intl.Locale): NonNullable<IRunOptions['language']> {
  const value = locale.toString();
  return {
    value,
    bidirectional: rtlLanguage(locale),
    ...(isCjk(locale) ? { eastAsia: value } : {}),
  };
}

function heading(level: number, spacing: { before: number; after: number }, run: HeadingStyle['run']): HeadingStyle {
  return {
    next: 'BodyText',
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: level,
      spacing: { ...spacing, ...lines(250) },
      numbering: headingNumbering(level),
      indent: HEADING_INDENTS[level] ?? { left: 0, hanging: 0 },
    },
    run: { font: SANS, color: INK, ...run },
  };
}

function textStyles(): IParagraphStyleOptions[] {
  const table = { font: SANS, size: 19 };
  return [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { after: 140, ...lines(276) } },
    },
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'BodyText',
      next: 'BodyText',
      quickFormat: true,
      paragraph: { indent: { left: QUOTE_INDENT, right: QUOTE_INDENT } },
      run: { italics: true },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 20, after: 20, ...lines(245) } },
      run: table,
    },
    {
      id: 'TableHeader',
      name: 'Table Header',
      basedOn: 'TableText',
      quickFormat: true,
      paragraph: { keepNext: true },
      run: { ...table, bold: true, color: INK },
    },
    {
      id: 'Picture',
      name: 'Picture',
      basedOn: 'Normal',
      next: 'Caption',
      quickFormat: true,
      paragraph: { spacing: { before: 120, after: 80 }, keepNext: true },
    },
    {
      id: 'TableSpacer',
      name: 'Table Spacer',
      basedOn: 'Normal',
      next: 'BodyText',
      paragraph: { spacing: { after: 0, line: 200, lineRule: LineRuleType.EXACT } },
      run: { size: 12 },
    },
    {
      id: 'Rule',
      name: 'Rule',
      basedOn: 'Normal',
      next: 'BodyText',
      paragraph: {
        spacing: { before: 60, after: 260 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: RULE_COLOUR } },
      },
    },
  ];
}

function frontMatterStyles(): IParagraphStyleOptions[] {
  return [
    {
      id: 'Organisation',
      name: 'Organisation',
      basedOn: 'Normal',
      next: 'Title',
      paragraph: { spacing: { after: 360 } },
      run: { font: SANS, size: 26, color: QUIET },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      paragraph: { spacing: { after: 120 } },
      run: { font: SANS, size: 26, color: QUIET },
    },
    {
      id: 'DraftNotice',
      name: 'Draft Notice',
      basedOn: 'Normal',
      paragraph: {
        spacing: { before: 480 },
        border: { top: { style: BorderStyle.SINGLE, size: 8, space: 8, color: INK } },
      },
      run: { font: SANS, size: 22, bold: true, color: INK },
    },
    {
      id: 'Owner',
      name: 'Section Owner',
      basedOn: 'Normal',
      next: 'BodyText',
      paragraph: { spacing: { after: 200 }, keepNext: true },
      run: { font: SANS, size: 19, color: QUIET },
    },
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      basedOn: 'Normal',
      next: 'BodyText',
      paragraph: { spacing: { after: 160 }, keepNext: true },
      run: { font: SANS, size: 34, bold: true, color: INK },
    },
    contentsEntry(1, { left: 0, text: 480, before: 140, run: { bold: true } }),
    contentsEntry(2, { left: 480, text: 1_120, before: 20, run: {} }),
    contentsEntry(3, { left: 1_120, text: 1_920, before: 0, run: { color: QUIET } }),
  ];
}

function contentsEntry(
  level: 1 | 2 | 3,
  look: { left: number; text: number; before: number; run: { bold?: boolean; color?: string } },
): IParagraphStyleOptions {
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    uiPriority: 39,
    paragraph: {
      spacing: { before: look.before, after: 20, ...lines(250) },
      indent: { left: look.text, hanging: look.text - look.left, right: 480 },
      leftTabStop: look.text,
      rightTabStop: TEXT_WIDTH,
    },
    run: { font: SANS, size: 21, ...look.run },
  };
}

function runningStyles(): IParagraphStyleOptions[] {
  const run = { font: SANS, size: 17, color: QUIET };
  return [
    {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      paragraph: { border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: RULE_COLOUR } } },
      run,
    },
    {
      id: 'Classification',
      name: 'Classification',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 40, after: 40 } },
      run: { font: SANS, size: 20, bold: true, color: INK },
    },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', paragraph: { rightTabStop: TEXT_WIDTH }, run },
  ];
}
