import type { Element } from '@xmldom/xmldom';
import { childrenOf, descendantsOf, W } from './xml.ts';

/** In which order the schema wants the children of an element; ECMA-376 Transitional, CT_Style and others. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  style: list(
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal',
    'personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  ),
  pPr: list(
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs',
    'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd',
    'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment',
    'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  ),
  // Without what a run says of itself and a style cannot.
  rPr: list(
    'rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish',
    'webHidden color spacing w kern position sz szCs u effect bdr shd fitText vertAlign em lang',
    'eastAsianLayout specVanish',
  ),
  tcPr: list(
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
    'headers cellIns cellDel cellMerge tcPrChange',
  ),
};

function list(...lines: readonly string[]): string[] {
  return lines.join(' ').split(' ');
}

/** Puts a child where the schema wants it, in place of one of the same name. */
export function putInOrder(parent: Element, child: Element): void {
  const order = ORDERS[parent.localName ?? ''] ?? [];
  for (const present of childrenOf(parent, child.localName ?? '')) parent.removeChild(present);
  const place = order.indexOf(child.localName ?? '');
  const next = childrenOf(parent).find(({ localName }) => order.indexOf(localName ?? '') > place);
  parent.insertBefore(child, next ?? null);
}

/** Sorts what other programs have written in another order, and leaves out what stands in the wrong place. */
export function tidy(styles: Element): void {
  for (const [name, order] of Object.entries(ORDERS)) {
    for (const element of descendantsOf(styles, name)) {
      const children = childrenOf(element);
      const known = children.filter(
        ({ namespaceURI, localName }) => namespaceURI !== W || order.includes(localName ?? ''),
      );
      const sorted = known.toSorted((a, b) => placeOf(order, a) - placeOf(order, b));
      for (const child of children) element.removeChild(child);
      for (const child of sorted) element.appendChild(child);
    }
  }
}

/** What another namespace adds stands at the end. */
function placeOf(order: readonly string[], { namespaceURI, localName }: Element): number {
  return namespaceURI === W ? order.indexOf(localName ?? '') : order.length;
}
