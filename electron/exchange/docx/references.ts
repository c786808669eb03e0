import { type ParagraphChild, SimpleField } from 'docx';
import type { NodeJson } from '../../../shared/document/schema.ts';
import type { Conversion } from './conversion.ts';
import type { TextDirection } from './text-direction.ts';
import { textRuns, type Surroundings } from './text-runs.ts';

/** A reference as a field, which the word processor keeps in step with its target. */
export function reference({ attrs }: NodeJson, conversion: Conversion, direction: TextDirection): ParagraphChild[] {
  const { targets, links, labels, warnings, clean } = conversion;
  const target = targets.get(String(attrs?.['target']));
  const bookmark = target && links.resolve(target.id);
  if (!target || bookmark === undefined) {
    warnings.count('missing-link-target');
    return textRuns(labels.lostReference, { locale: conversion.locale, direction });
  }
  const { kind, number } = target;
  const text = clean(target.text);
  if (attrs?.['form'] === 'text' && kind !== 'footnote' && text !== '') {
    return [new SimpleField(` REF ${kind === 'table' || kind === 'figure' ? textOf(bookmark) : bookmark} \\h `, text)];
  }
  const label = labels.targets[kind];
  // The bookmark of a caption holds its label too.
  if (kind === 'table' || kind === 'figure') {
    return [new SimpleField(` REF ${bookmark} \\h `, label.replace('{{number}}', number))];
  }
  const field = kind === 'footnote' ? ` NOTEREF ${bookmark} \\h ` : ` REF ${bookmark} \\r \\h `;
  return aroundNumber(label, new SimpleField(field, number), { locale: conversion.locale, direction });
}

/** A label with something in the place of its number. */
export function aroundNumber(label: string, number: ParagraphChild, around: Surroundings): ParagraphChild[] {
  const [before = '', after = ''] = label.split('{{number}}');
  return [...textRuns(before, around), number, ...textRuns(after, around)];
}

/** Name of the bookmark of a caption's text, beside that of its label and number. */
export function textOf(bookmark: string): string {
  return `${bookmark}t`;
}
