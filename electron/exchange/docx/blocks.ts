import { type IParagraphOptions, type Table, AlignmentType, PageBreak, Paragraph } from 'docx';
import type { NodeJson } from '../../../shared/document/schema.ts';
import { caption } from './caption.ts';
import type { Conversion } from './conversion.ts';
import { headingLevel } from './heading-level.ts';
import { inlineContent } from './inline-content.ts';
import { DEEPEST_LIST_LEVEL, LIST_INDENT, type NumberingReference } from './numbering.ts';
import { LANDSCAPE_TEXT_WIDTH, TEXT_WIDTH } from './page.ts';
import { picture } from './picture.ts';
import { QUOTE_INDENT, type ParagraphStyle } from './styles.ts';
import { tableBlocks } from './table.ts';
import { directionOf } from './text-direction.ts';

/** A block as it is written: what a page or a cell consists of. */
export type Block = Paragraph | Table;

/** Where a block stands; lengths are twips. */
export interface Place {
  readonly style: Extract<ParagraphStyle, 'BodyText' | 'Quote' | 'TableText' | 'TableHeader'>;
  /** From the edge of the column. */
  readonly indent: number;
  /** Width of the column. */
  readonly width: number;
  /** How many lists the block is in. */
  readonly depth: number;
}

export const BODY: Place = { style: 'BodyText', indent: 0, width: TEXT_WIDTH, depth: 0 };

/** On a page turned on its side. */
export const LANDSCAPE_BODY: Place = { ...BODY, width: LANDSCAPE_TEXT_WIDTH };

/** Blocks of a section's text. A block that the schema does not know is read for what is in it. */
export function blocks(nodes: readonly NodeJson[], place: Place, conversion: Conversion): Block[] {
  return nodes.flatMap((node) => block(node, place, conversion));
}

function block(node: NodeJson, place: Place, conversion: Conversion): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(node, place, conversion)];
    case 'heading':
      return [heading(node, conversion)];
    case 'blockquote': {
      const style = place.style === 'BodyText' ? 'Quote' : place.style;
      return blocks(node.content ?? [], { ...place, style, indent: place.indent + QUOTE_INDENT }, conversion);
    }
    case 'bulletList':
    case 'orderedList':
      return list(node, place, conversion);
    case 'table':
      return tableBlocks(node, place, conversion, blocks);
    case 'caption':
      return [caption(node, conversion)];
    case 'image':
      return [picture(node, place, conversion)];
    case 'pageBreak':
      return [new Paragraph({ style: 'TableSpacer', children: [new PageBreak()] })];
    case 'horizontalRule':
      return [new Paragraph({ style: 'Rule', ...indentOf(place, 0) })];
    default:
      conversion.warnings.count('unknown-node');
      return isInline(node)
        ? [paragraph({ type: 'paragraph', content: [node] }, place, conversion)]
        : blocks(node.content ?? [], place, conversion);
  }
}

function isInline(node: NodeJson): boolean {
  return ['text', 'hardBreak', 'footnote', 'reference'].includes(node.type);
}

function paragraph(node: NodeJson, place: Place, conversion: Conversion, numbering?: NumberingReference): Paragraph {
  const isListed = place.depth > 0 && place.style === 'BodyText';
  return new Paragraph({
    style: isListed ? 'ListParagraph' : place.style,
    ...(numbering ? { numbering } : {}),
    ...indentOf(place, indentGiven(place, numbering), numbering),
    ...direction(node, conversion),
    children: conversion.mark(
      node,
      inlineContent(node.content ?? [], conversion, directionOf(node, conversion.direction)),
    ),
  });
}

function heading(node: NodeJson, conversion: Conversion): Paragraph {
  const level = headingLevel(node);
  return new Paragraph({
    style: `Heading${level}`,
    ...(conversion.headingNumbering ? { numbering: conversion.headingNumbering(level - 1) } : {}),
    ...direction(node, conversion),
    children: conversion.mark(
      node,
      inlineContent(node.content ?? [], conversion, directionOf(node, conversion.direction)),
    ),
  });
}

function list(node: NodeJson, place: Place, conversion: Conversion): Block[] {
  const { lists, warnings } = conversion;
  if (place.depth > DEEPEST_LIST_LEVEL) warnings.count('list-too-deep');
  const level = Math.min(place.depth, DEEPEST_LIST_LEVEL);
  const numbering =
    node.type === 'orderedList'
      ? lists.ordered(node.attrs?.['start'], node.attrs?.['type'])(level)
      : lists.bullets()(level);
  const isDeepest = place.depth > DEEPEST_LIST_LEVEL;
  const inside: Place = { ...place, depth: place.depth + 1, indent: place.indent + (isDeepest ? 0 : LIST_INDENT) };
  return (node.content ?? []).flatMap((item) => {
    const [first, ...rest] = item.content ?? [];
    // The number stands on a paragraph; an item that begins with anything else gets an empty one.
    return first?.type === 'paragraph'
      ? [paragraph(first, inside, conversion, numbering), ...blocks(rest, inside, conversion)]
      : [
          paragraph({ type: 'paragraph' }, inside, conversion, numbering),
          ...blocks(item.content ?? [], inside, conversion),
        ];
  });
}

/** What style or numbering set a paragraph in by themselves. */
function indentGiven({ style }: Place, numbering: NumberingReference | undefined): number {
  if (numbering) return (numbering.level + 1) * LIST_INDENT;
  return style === 'Quote' ? QUOTE_INDENT : 0;
}

function indentOf({ indent }: Place, given: number, numbering?: NumberingReference): Pick<IParagraphOptions, 'indent'> {
  if (indent === given) return {};
  return { indent: numbering ? { left: indent, hanging: LIST_INDENT } : { left: indent } };
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.BOTH,
} as const;

/** Left and right are meant as seen; `start` is what a paragraph does anyway. */
function direction(node: NodeJson, conversion: Conversion): Pick<IParagraphOptions, 'alignment' | 'bidirectional'> {
  const isRtl = directionOf(node, conversion.direction) === 'rtl';
  const align = node.attrs?.['textAlign'];
  const seen = align === 'end' ? (isRtl ? 'left' : 'right') : align;
  return {
    ...(isRtl ? { bidirectional: true } : {}),
    ...(typeof seen === 'string' && Object.hasOwn(ALIGNMENTS, seen)
      ? { alignment: ALIGNMENTS[seen as keyof typeof ALIGNMENTS] }
      : {}),
  };
}
