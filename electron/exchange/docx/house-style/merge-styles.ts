import type { Document, Element } from '@xmldom/xmldom';
import { childOf, childrenOf, descendantsOf, parseXml, serializeXml, valueOf, W } from './xml.ts';

export interface MergedStyles {
  readonly xml: string;
  /** What our styles are called there: ids of ours and of theirs, where they differ. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Elements that stand before the numbering of a paragraph, ECMA-376 17.3.1.26. */
const BEFORE_NUMBERING = ['pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'framePr', 'widowControl'];

/**
 * Dresses a document in the styles of another: where theirs has a style of the same name, it is used; styles that
 * it lacks are added, in its fonts and colours. The headings keep our numbering, and the text its language.
 *
 * @param ours `word/styles.xml` of the document.
 * @param theirs That of the house style.
 */
export function mergeStyles(ours: string, theirs: string): MergedStyles {
  const own = parseXml(ours).documentElement!;
  const document = parseXml(theirs);
  const house = document.documentElement!;
  forgetNumbering(house);
  keepLanguage(house, own);
  const byName = new Map(childrenOf(house, 'style').map((style) => [keyOf(style), style]));
  const taken = new Set(childrenOf(house, 'style').map(idOf));
  const ids = new Map<string, string>();
  const added: Element[] = [];
  for (const style of childrenOf(own, 'style')) {
    const match = byName.get(keyOf(style));
    const id = idOf(style);
    if (match) {
      ids.set(id, idOf(match));
      keepNumbering(match, style);
    } else {
      const free = taken.has(id) ? `Valletta${id}` : id;
      taken.add(free);
      ids.set(id, free);
      added.push(style);
    }
  }
  for (const style of added) house.appendChild(inHouse(style, ids, document));
  return { xml: serializeXml(document), ids: new Map([...ids].filter(([from, to]) => from !== to)) };
}

function idOf(style: Element): string {
  return valueOf(style, 'styleId') ?? '';
}

/** Word knows its own styles by these names in every language; their ids differ. */
function keyOf(style: Element): string {
  return `${valueOf(style, 'type') ?? 'paragraph'} ${(valueOf(childOf(style, 'name')) ?? '').toLowerCase()}`;
}

/** Their numbering stays behind, so nothing may refer to it. */
function forgetNumbering(styles: Element): void {
  for (const numbering of descendantsOf(styles, 'numPr')) numbering.parentNode?.removeChild(numbering);
}

function keepNumbering(theirs: Element, ours: Element): void {
  const properties = childOf(ours, 'pPr');
  const numbering = properties && childOf(properties, 'numPr');
  if (!numbering) return;
  const document = theirs.ownerDocument!;
  let target = childOf(theirs, 'pPr');
  if (!target) {
    target = document.createElementNS(W, 'w:pPr');
    theirs.insertBefore(target, childOf(theirs, 'rPr') ?? null);
  }
  const next = childrenOf(target).find(({ localName }) => !BEFORE_NUMBERING.includes(localName ?? ''));
  target.insertBefore(document.importNode(numbering, true), next ?? null);
  // Numbers hang before the text as they do in ours, or else a title would run into its number.
  const indent = childOf(properties, 'ind');
  if (!indent) return;
  const present = childOf(target, 'ind');
  const copy = document.importNode(indent, true);
  if (present) target.replaceChild(copy, present);
  else target.insertBefore(copy, childrenOf(target).find(({ localName }) => AFTER_INDENT.has(localName ?? '')) ?? null);
}

/** Elements that stand behind the indentation of a paragraph, ECMA-376 17.3.1.26. */
const AFTER_INDENT = new Set([
  'contextualSpacing',
  'mirrorIndents',
  'suppressOverlap',
  'jc',
  'textDirection',
  'textAlignment',
  'textboxTightWrap',
  'outlineLvl',
  'divId',
  'cnfStyle',
  'rPr',
  'sectPr',
  'pPrChange',
]);

/** What a text is checked and broken into lines by is not a matter of its look. */
function keepLanguage(house: Element, own: Element): void {
  const language = defaultRun(own) && childOf(defaultRun(own)!, 'lang');
  const target = defaultRun(house);
  if (!language || !target) return;
  for (const present of childrenOf(target, 'lang')) target.removeChild(present);
  const next = childrenOf(target).find(({ localName }) =>
    ['eastAsianLayout', 'specVanish', 'oMath'].includes(localName!),
  );
  target.insertBefore(house.ownerDocument!.importNode(language, true), next ?? null);
}

function defaultRun(styles: Element): Element | undefined {
  const [defaults] = descendantsOf(styles, 'rPrDefault');
  return defaults && childOf(defaults, 'rPr');
}

/** One of our styles as it is added: it refers to theirs, and takes fonts and colours from them. */
function inHouse(style: Element, ids: ReadonlyMap<string, string>, document: Document): Element {
  const copy = document.importNode(style, true);
  copy.setAttributeNS(W, 'w:styleId', ids.get(idOf(style)) ?? idOf(style));
  // A document has one default of each type, and it is theirs.
  copy.removeAttributeNS(W, 'default');
  for (const name of ['basedOn', 'next', 'link']) {
    const reference = childOf(copy, name);
    const id = valueOf(reference);
    if (reference && id !== null) reference.setAttributeNS(W, 'w:val', ids.get(id) ?? id);
  }
  for (const name of ['rFonts', 'color']) {
    for (const element of descendantsOf(copy, name)) element.parentNode?.removeChild(element);
  }
  return copy;
}
