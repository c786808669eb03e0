import { type FileChild, Paragraph } from 'docx';
import type { Conversion } from './conversion.ts';
import { documentLocale } from '../../../shared/domain/document-locale.ts';
import { formatDay } from './format-day.ts';
import type { ExportedStrategy } from './exported-strategy.ts';
import type { ParagraphStyle } from './styles.ts';
import { textRuns } from './text-runs.ts';

/** From the top of the text to the first line of the title page, in twips. */
const DROP = 3_400;

/** Organisation, title, date and a line saying that nobody has adopted the text. */
export function titlePage(strategy: ExportedStrategy, conversion: Conversion): FileChild[] {
  const { organisation, date, locale, labels } = strategy;
  const line = (style: ParagraphStyle, text: string, before?: number): Paragraph =>
    plainParagraph(style, conversion.clean(text), conversion, before);
  return [
    line('Organisation', organisation, DROP),
    line('Title', titleOf(strategy)),
    line('Subtitle', formatDay(date, documentLocale(locale))),
    line('DraftNotice', labels.draftNotice),
  ];
}

export function titleOf({ title, labels }: ExportedStrategy): string {
  return title.trim() === '' ? labels.untitled : title.trim();
}

/** A line of text in one style, in the direction of the document. */
export function plainParagraph(
  style: ParagraphStyle,
  text: string,
  conversion: Conversion,
  before?: number,
): Paragraph {
  const isRtl = conversion.direction === 'rtl';
  return new Paragraph({
    style,
    ...(before === undefined ? {} : { spacing: { before } }),
    ...(isRtl ? { bidirectional: true } : {}),
    children: textRuns(text, conversion),
  });
}
