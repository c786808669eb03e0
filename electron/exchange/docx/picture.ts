import { AlignmentType, ImageRun, Paragraph } from 'docx';
import type { NodeJson } from '../../../shared/document/schema.ts';
import type { Place } from './blocks.ts';
import type { Conversion } from './conversion.ts';
import { TWIPS_PER_PIXEL } from './page.ts';

/** Highest picture, in pixels, so that it fits a page together with its caption. */
const HIGHEST = 800;

const TYPES = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const;

/** A picture as wide as the text has it, and no wider than its column; a sentence where the file has none. */
export function picture({ attrs }: NodeJson, place: Place, conversion: Conversion): Paragraph {
  const { assets, warnings, labels, clean } = conversion;
  const asset = assets.get(String(attrs?.['asset']));
  const alt = clean(typeof attrs?.['alt'] === 'string' ? attrs['alt'] : '').trim();
  if (!asset) {
    warnings.count('missing-picture');
    return new Paragraph({ style: 'Picture', text: [labels.missingPicture, alt].filter(Boolean).join(' ') });
  }
  if (alt === '') warnings.count('picture-without-description');
  const column = (place.width - place.indent) / TWIPS_PER_PIXEL;
  const share = typeof attrs?.['width'] === 'number' ? attrs['width'] / 100 : null;
  const width = Math.min(column, share === null ? asset.width : column * share);
  const scale = Math.min(width / asset.width, HIGHEST / asset.height);
  const id = String(++conversion.counts.picture);
  return new Paragraph({
    style: 'Picture',
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: TYPES[asset.mediaType],
        data: asset.bytes,
        transformation: {
          width: Math.max(1, Math.round(asset.width * scale)),
          height: Math.max(1, Math.round(asset.height * scale)),
        },
        altText: { id, name: `Picture ${id}`, description: alt },
      }),
    ],
  });
}
