import { type IContext, type IXmlableObject, FileChild } from 'docx';

/**
 * A block that has already been turned into XML. Blocks are prepared one by one while the text is
 * converted, which keeps few components in memory and leaves less to do in one go at the end.
 */
export class PreparedBlock extends FileChild {
  readonly #xml: IXmlableObject | undefined;

  constructor(block: FileChild, context: IContext) {
    super('w:p');
    this.#xml = block.prepForXml(context);
  }

  override prepForXml(): IXmlableObject | undefined {
    return this.#xml;
  }
}
