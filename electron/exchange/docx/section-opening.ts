import { Paragraph } from 'docx';
import type { Conversion } from './conversion.ts';
import { fillLabel } from './docx-labels.ts';
import type { ExportedSection, ExportedStrategy } from './exported-strategy.ts';
import { plainParagraph } from './title-page.ts';
import { textRuns } from './text-runs.ts';

/** The heading of a section and, if anybody answers for it, who. */
export function sectionOpening(
  section: ExportedSection,
  isFirst: boolean,
  { labels }: ExportedStrategy,
  conversion: Conversion,
): Paragraph[] {
  const { clean, direction, headingNumbering, links } = conversion;
  const isRtl = direction === 'rtl';
  const title = textRuns(clean(section.title), conversion);
  const heading = new Paragraph({
    style: 'Heading1',
    ...(isFirst ? { pageBreakBefore: true } : {}),
    ...(headingNumbering ? { numbering: headingNumbering(0) } : {}),
    ...(isRtl ? { bidirectional: true } : {}),
    children: links.mark(section, title),
  });
  const owner = clean(section.owner).trim();
  if (owner === '') return [heading];
  return [heading, plainParagraph('Owner', fillLabel(labels.responsible, { owner }), conversion)];
}
