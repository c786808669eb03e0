import type { Document, Element } from '@xmldom/xmldom';
import { putInOrder, tidy } from './schema-order.ts';
import { childOf, childrenOf, descendantsOf, parseXml, serializeXml, valueOf, W } from './xml.ts';

export interface MergedStyles {
  readonly xml: string;
  /** What our styles are called there: ids of ours and of theirs, where they differ. */
  readonly ids: ReadonlyMap<string, string>;
}

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
  tidy(house);
  leaveOutRepeated(house);
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
      let free = id;
      while (taken.has(free)) free = `Valletta${free}`;
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

/** Of styles with the same id the first counts. */
function leaveOutRepeated(styles: Element): void {
  const seen = new Set<string>();
  for (const style of childrenOf(styles, 'style')) {
    if (seen.has(idOf(style))) styles.removeChild(style);
    seen.add(idOf(style));
  }
}

/** Their numbering stays behind, so nothing may refer to it. */
function forgetNumbering(styles: Element): void {
  for (const numbering of descendantsOf(styles, 'numPr')) numbering.parentNode?.removeChild(numbering);
}

/** Numbers hang before the text as they do in ours, or else a title would run into its number. */
function keepNumbering(theirs: Element, ours: Element): void {
  const properties = childOf(ours, 'pPr');
  if (!properties || !childOf(properties, 'numPr')) return;
  const document = theirs.ownerDocument!;
  let target = childOf(theirs, 'pPr');
  if (!target) {
    target = document.createElementNS(W, 'w:pPr');
    putInOrder(theirs, target);
  }
  for (const name of ['numPr', 'ind']) {
    const own = childOf(properties, name);
    if (own) putInOrder(target, document.importNode(own, true));
  }
}

/** What a text is checked and broken into lines by is not a matter of its look. */
function keepLanguage(house: Element, own: Element): void {
  const language = defaultRun(own) && childOf(defaultRun(own)!, 'lang');
  const target = defaultRun(house);
  if (!language || !target) return;
  putInOrder(target, house.ownerDocument!.importNode(language, true));
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
