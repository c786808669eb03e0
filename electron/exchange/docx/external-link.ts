import { type IContext, type IXmlableObject, type ParagraphChild, ConcreteHyperlink } from 'docx';

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** Longest address that word processors follow. */
const LONGEST_ADDRESS = 2_083;

const written = new WeakMap<object, Set<string>>();

/**
 * A link out of the document. Unlike the library's own it has no random id, and an address that
 * occurs twice in a part is stored there once.
 */
export class ExternalLink extends ConcreteHyperlink {
  readonly #address: string;

  /** `id` is the same for the same address. */
  constructor(children: readonly ParagraphChild[], address: string, id: string) {
    super(children, id);
    this.#address = address;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const { Relationships: relationships } = context.viewWrapper;
    let known = written.get(relationships);
    if (!known) written.set(relationships, (known = new Set()));
    if (!known.has(this.linkId)) {
      known.add(this.linkId);
      relationships.addRelationship(this.linkId, HYPERLINK, this.#address, 'External');
    }
    return super.prepForXml(context);
  }
}

/** The address as a strictly valid URI, as a package must hold it; null when there is none in it. */
export function packageAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const { href: address, protocol } = new URL(href);
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return null;
  const escaped = address
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[\s"<>\\^`{|}]/g, (character) => encodeURIComponent(character));
  return escaped.length <= LONGEST_ADDRESS ? escaped : null;
}
