import {
  type ISectionOptions,
  type ISectionPropertiesOptions,
  AlignmentType,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { writableText } from './writable-text.ts';
import type { Conversion } from './conversion.ts';
import type { ExportedStrategy } from './exported-strategy.ts';
import { PAGE_HEIGHT, PAGE_MARGIN, PAGE_WIDTH, RUNNING_MARGIN, WIDE_MARGIN, WIDE_TOP_MARGIN } from './page.ts';
import { plainParagraph, titleOf } from './title-page.ts';
import { isWrittenRtl } from './script-pieces.ts';
import { textRuns, type Surroundings } from './text-runs.ts';

/**
 * The page itself, and what stands at its head and foot: how confidential the document is on every page, the rest
 * on all but the title page.
 */
export function pageSetup(strategy: ExportedStrategy, conversion: Conversion): Omit<ISectionOptions, 'children'> {
  const classification = writableText(strategy.classification).trim();
  const marking = classification === '' ? [] : [plainParagraph('Classification', classification, conversion)];
  return {
    properties: { titlePage: true, ...page('portrait') },
    headers: {
      default: new Header({
        children: [...marking, plainParagraph('Header', writableText(titleOf(strategy)), conversion)],
      }),
      first: new Header({ children: marking.length > 0 ? marking : [new Paragraph({})] }),
    },
    footers: {
      default: new Footer({ children: [pageNumbers(strategy.labels.pageOf, conversion), ...marking] }),
      first: new Footer({ children: marking.length > 0 ? marking : [new Paragraph({})] }),
    },
  };
}

/** A page with its margins. What stands at its head and foot is as on the pages before. */
export function page(orientation: 'portrait' | 'landscape'): ISectionPropertiesOptions {
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      // The library turns the sides round by itself.
      size: {
        width: PAGE_WIDTH,
        height: PAGE_HEIGHT,
        orientation: PageOrientation[orientation === 'landscape' ? 'LANDSCAPE' : 'PORTRAIT'],
      },
      margin: {
        top: PAGE_MARGIN,
        right: PAGE_MARGIN,
        bottom: PAGE_MARGIN,
        left: PAGE_MARGIN,
        header: RUNNING_MARGIN,
        footer: RUNNING_MARGIN,
      },
    },
  };
}

/** Pages on their side; what stands at head and foot goes on from the pages before. */
export function widePages(): ISectionPropertiesOptions {
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      // Given as if it stood upright: the orientation turns it.
      size: { width: PAGE_WIDTH, height: PAGE_HEIGHT, orientation: PageOrientation.LANDSCAPE },
      margin: {
        top: WIDE_TOP_MARGIN,
        right: WIDE_MARGIN,
        bottom: WIDE_MARGIN,
        left: WIDE_MARGIN,
        header: RUNNING_MARGIN,
        footer: RUNNING_MARGIN / 2,
      },
    },
  };
}

function pageNumbers(label: string, { direction, locale }: Conversion): Paragraph {
  // In the order of its own words: their language may not be that of the document.
  const isRtl = direction === 'rtl' && isWrittenRtl(label);
  const surroundings: Surroundings = { locale, direction: isRtl ? 'rtl' : 'ltr' };
  const look = isRtl ? { rightToLeft: true } : {};
  const runs = label.split(/(\{\{pages?\}\})/).flatMap((piece) => {
    if (piece === '{{page}}') return [new TextRun({ ...look, children: [PageNumber.CURRENT] })];
    if (piece === '{{pages}}') return [new TextRun({ ...look, children: [PageNumber.TOTAL_PAGES] })];
    return textRuns(piece, surroundings);
  });
  return new Paragraph({
    style: 'Footer',
    alignment: direction === 'rtl' ? AlignmentType.LEFT : AlignmentType.RIGHT,
    ...(isRtl ? { bidirectional: true } : {}),
    children: runs,
  });
}
