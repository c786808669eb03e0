/** Lengths of the page in twips (1/1440 inch): A4 with margins of 2.5 cm. */
export const PAGE_WIDTH = 11_906;
export const PAGE_HEIGHT = 16_838;
export const PAGE_MARGIN = 1_417;
export const TEXT_WIDTH = PAGE_WIDTH - 2 * PAGE_MARGIN;

export const LANDSCAPE_TEXT_WIDTH = PAGE_HEIGHT - 2 * PAGE_MARGIN;

/** The same sheet lying on its side, for tables with many columns, with less margin. */
export const WIDE_MARGIN = 850;
export const WIDE_TOP_MARGIN = 1_134;
export const WIDE_TEXT_WIDTH = PAGE_HEIGHT - 2 * WIDE_MARGIN;

/** From the edge of the page to the header and the footer. */
export const RUNNING_MARGIN = 709;

/** A CSS pixel, 1/96 inch. */
export const TWIPS_PER_PIXEL = 15;
