/** How a government's own documents look: what is taken from a template or document of theirs. Plain data. */
export interface HouseStyle {
  /** The part `word/styles.xml`, free of references to other parts. */
  readonly styles: string;
}
