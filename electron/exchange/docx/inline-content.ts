import {
  type IRunOptions,
  type ParagraphChild,
  ConcreteHyperlink,
  FootnoteReferenceRun,
  Paragraph,
  TextRun,
} from 'docx';
import { isSafeHref, type MarkJson, type MarkName, type NodeJson } from '../../../shared/document/schema.ts';
import type { Conversion } from './conversion.ts';
import { ExternalLink, packageAddress } from './external-link.ts';
import { reference } from './references.ts';
import type { TextDirection } from './text-direction.ts';
import { textRuns } from './text-runs.ts';

/** The inline content of a block as runs, links and footnote references. */
export function inlineContent(
  nodes: readonly NodeJson[],
  conversion: Conversion,
  direction: TextDirection,
): readonly ParagraphChild[] {
  const children: ParagraphChild[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.type === 'footnote') {
      children.push(...conversion.links.mark(node, [footnoteReference(node, conversion, direction)]));
      continue;
    }
    if (node.type === 'reference') {
      children.push(...reference(node, conversion, direction));
      continue;
    }
    const href = hrefOf(node);
    if (href === undefined) {
      pushRuns(children, node, conversion, direction, false);
      continue;
    }
    const linked: NodeJson[] = [node];
    while (index + 1 < nodes.length && !isObject(nodes[index + 1]!) && hrefOf(nodes[index + 1]!) === href) {
      linked.push(nodes[++index]!);
    }
    children.push(...link(linked, href, conversion, direction));
  }
  return children;
}

/** What is no text of the line itself. */
function isObject({ type }: NodeJson): boolean {
  return type === 'footnote' || type === 'reference';
}

function hrefOf(node: NodeJson): unknown {
  return node.marks?.find(({ type }) => type === 'link')?.attrs?.['href'];
}

/** A link, or the bare text of one that leads nowhere. */
function link(
  nodes: readonly NodeJson[],
  href: unknown,
  conversion: Conversion,
  direction: TextDirection,
): ParagraphChild[] {
  const target = linkTarget(href, conversion);
  const runs: ParagraphChild[] = [];
  for (const node of nodes) pushRuns(runs, node, conversion, direction, target !== null);
  if (!target || runs.length === 0) return runs;
  if ('bookmark' in target) return [new ConcreteHyperlink(runs, '', target.bookmark)];
  return [new ExternalLink(runs, target.address, conversion.links.addressId(target.address))];
}

function linkTarget(href: unknown, { links, warnings }: Conversion): { bookmark: string } | { address: string } | null {
  if (typeof href === 'string' && href.startsWith('#')) {
    const bookmark = links.resolve(href.slice(1));
    if (bookmark !== undefined) return { bookmark };
    warnings.count('missing-link-target');
    return null;
  }
  const address = isSafeHref(href) ? packageAddress(href) : null;
  if (address !== null) return { address };
  warnings.count('unusable-link');
  return null;
}

function footnoteReference(node: NodeJson, conversion: Conversion, direction: TextDirection): ParagraphChild {
  const isRtl = direction === 'rtl';
  const text = (node.content ?? []).filter(({ type }) => type !== 'footnote');
  const number = conversion.footnotes.push(
    new Paragraph({
      style: 'FootnoteText',
      ...(isRtl ? { bidirectional: true } : {}),
      children: [new TextRun({ text: ' ' }), ...inlineContent(text, conversion, direction)],
    }),
  );
  return new FootnoteReferenceRun(number);
}

function pushRuns(
  runs: ParagraphChild[],
  node: NodeJson,
  conversion: Conversion,
  direction: TextDirection,
  isLinked: boolean,
): void {
  if (node.type === 'hardBreak') {
    runs.push(new TextRun({ break: 1 }));
    return;
  }
  if (node.type !== 'text') {
    conversion.warnings.count('unknown-node');
    for (const child of node.content ?? []) pushRuns(runs, child, conversion, direction, isLinked);
    return;
  }
  const text = conversion.clean(node.text ?? '');
  if (text === '') return;
  const look = { ...marksLook(node.marks ?? []), ...(isLinked ? { style: 'Hyperlink' } : {}) };
  runs.push(...textRuns(text, { locale: conversion.locale, direction }, look));
}

const NO_LOOK: IRunOptions = {};

function marksLook(marks: readonly MarkJson[]): IRunOptions {
  if (marks.length === 0) return NO_LOOK;
  const has = (name: MarkName): boolean => marks.some(({ type }) => type === name);
  return {
    ...(has('bold') ? { bold: true } : {}),
    ...(has('italic') ? { italics: true } : {}),
    ...(has('underline') ? { underline: {} } : {}),
    ...(has('strike') ? { strike: true } : {}),
    ...(has('subscript') ? { subScript: true } : {}),
    ...(has('superscript') && !has('subscript') ? { superScript: true } : {}),
  };
}
