import { type ITableOptions, BorderStyle, TableLayoutType, WidthType } from 'docx';
import { RULE_COLOUR } from './styles.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: RULE_COLOUR };

/** Space between a cell's edge and its text at either side, in twips. */
export const CELL_PADDING = 100;

export const HEADER_SHADING = { fill: 'E9ECF2' };

/** What all tables of the document have in common. Widths are twips. */
export function tableLook(widths: readonly number[], isRtl: boolean): Omit<ITableOptions, 'rows'> {
  return {
    columnWidths: [...widths],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: CELL_PADDING, right: CELL_PADDING, marginUnitType: WidthType.DXA },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    ...(isRtl ? { visuallyRightToLeft: true } : {}),
  };
}
