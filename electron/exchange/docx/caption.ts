import { Paragraph, SimpleField } from 'docx';
import type { NodeJson } from '../../../shared/document/schema.ts';
import type { Conversion } from './conversion.ts';
import { inlineContent } from './inline-content.ts';
import { aroundNumber, textOf } from './references.ts';
import { directionOf } from './text-direction.ts';

/** A caption with its label and number, which the word processor counts, and which references repeat. */
export function caption(node: NodeJson, conversion: Conversion): Paragraph {
  const { counts, labels, links } = conversion;
  const kind = node.attrs?.['of'] === 'figure' ? 'figure' : 'table';
  const direction = directionOf(node, conversion.direction);
  const number = new SimpleField(` SEQ ${SEQUENCES[kind]} \\* ARABIC `, String(++counts[kind]));
  const label = aroundNumber(labels.targets[kind], number, { locale: conversion.locale, direction });
  const text = inlineContent(node.content ?? [], conversion, direction);
  const name = links.nameOf(node);
  const end = inlineContent([{ type: 'text', text: labels.captionEnd }], conversion, direction);
  return new Paragraph({
    style: 'Caption',
    // With its table; a figure keeps with the caption below it.
    ...(kind === 'table' ? { keepNext: true } : {}),
    ...(direction === 'rtl' ? { bidirectional: true } : {}),
    children: conversion.comment(
      node,
      name === undefined
        ? [...label, ...end, ...text]
        : [...links.wrap(name, label), ...end, ...links.wrap(textOf(name), text)],
    ),
  });
}

/** Names by which the word processor counts, whatever the language of the label. */
const SEQUENCES = { table: 'Table', figure: 'Figure' } as const;
