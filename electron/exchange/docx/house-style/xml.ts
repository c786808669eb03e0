import { DOMParser, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';

/** Namespace of WordprocessingML, ECMA-376 Transitional. */
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Parses a part of a package.
 * @throws Error when it is no well-formed XML, or declares entities.
 */
export function parseXml(xml: string): Document {
  if (/<!DOCTYPE/i.test(xml)) throw new Error('The part has a document type declaration.');
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  });
  return parser.parseFromString(xml, 'text/xml');
}

export function serializeXml(document: Document): string {
  return DECLARATION + new XMLSerializer().serializeToString(document.documentElement!);
}

/** The child elements of one name in the namespace of WordprocessingML, or all of them. */
export function childrenOf(parent: Element, name?: string): Element[] {
  return [...parent.childNodes].filter(
    (node): node is Element =>
      node.nodeType === 1 && (name === undefined || ((node as Element).namespaceURI === W && node.localName === name)),
  );
}

export function childOf(parent: Element, name: string): Element | undefined {
  return childrenOf(parent, name)[0];
}

/** All elements of a name below one. */
export function descendantsOf(parent: Element, name: string): Element[] {
  return [...parent.getElementsByTagNameNS(W, name)];
}

export function valueOf(element: Element | undefined, attribute = 'val'): string | null {
  return element?.getAttributeNS(W, attribute) ?? null;
}
