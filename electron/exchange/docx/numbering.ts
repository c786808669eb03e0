import { type IIndentAttributesProperties, type ILevelsOptions, AlignmentType, LevelFormat } from 'docx';

/**
 * Names of numberings stand in the XML as placeholders in braces until the package is written. They
 * begin with a character that no text of the document can hold, so that none of it is mistaken for one.
 */
const PREFIX = '\uFFFE';
const BULLETS = `${PREFIX}bullets`;

/** How far one level of a list is set in, in twips. */
export const LIST_INDENT = 425;

/** Levels that a word processor numbers: 0 to 7, as many as the editor allows. */
export const DEEPEST_LIST_LEVEL = 7;

const LIST_LEVELS = Array.from({ length: DEEPEST_LIST_LEVEL + 1 }, (_, level) => level);

/** Hanging indents of the headings, wide enough for `12.12.12.12`. */
export const HEADING_INDENTS: readonly IIndentAttributesProperties[] = [624, 737, 907, 1_077].map((width) => ({
  left: width,
  hanging: width,
}));

type OrderedFormat = 'decimal' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman';

/** The meaning of the `type` of an ordered list, as in HTML. */
const FORMAT_BY_TYPE = new Map<unknown, OrderedFormat>([
  ['1', LevelFormat.DECIMAL],
  ['a', LevelFormat.LOWER_LETTER],
  ['A', LevelFormat.UPPER_LETTER],
  ['i', LevelFormat.LOWER_ROMAN],
  ['I', LevelFormat.UPPER_ROMAN],
]);

const FORMAT_BY_DEPTH: readonly OrderedFormat[] = [
  LevelFormat.DECIMAL,
  LevelFormat.LOWER_LETTER,
  LevelFormat.LOWER_ROMAN,
];

/** What a numbered paragraph is given; a `w:num` of its own comes with each instance. */
export interface NumberingReference {
  readonly reference: string | { readonly reference: string; readonly levels: readonly ILevelsOptions[] };
  readonly level: number;
  readonly instance: number;
  readonly custom: true;
}

/**
 * The numbering of a heading, level 0 to 3. Attached to the heading styles; a section whose number
 * does not follow from the one before it brings its own, which starts there.
 */
export function headingNumbering(level: number, start = 1, instance = 0): NumberingReference {
  const reference = `${PREFIX}headings-${start}`;
  return { reference: { reference, levels: headingLevels(start) }, level, instance, custom: true };
}

function headingLevels(start: number): ILevelsOptions[] {
  return HEADING_INDENTS.map((indent, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: Array.from({ length: level + 1 }, (_, index) => `%${index + 1}`).join('.'),
    alignment: AlignmentType.LEFT,
    start: level === 0 ? start : 1,
    style: { paragraph: { indent }, ...(start === 1 ? { style: `Heading${level + 1}` } : {}) },
  }));
}

/** Numbers lists: every ordered one starts afresh, at its own number. */
export interface ListNumbering {
  readonly bullets: () => (level: number) => NumberingReference;
  readonly ordered: (start: unknown, type: unknown) => (level: number) => NumberingReference;
}

export function createListNumbering(): ListNumbering {
  let lists = 0;
  return {
    bullets: () => (level) => ({
      reference: { reference: BULLETS, levels: BULLET_LEVELS },
      level,
      instance: 0,
      custom: true,
    }),
    ordered: (start, type) => {
      const first = typeof start === 'number' && start >= 0 && start <= 32_767 ? Math.trunc(start) : 1;
      const format = FORMAT_BY_TYPE.get(type);
      const reference = `${PREFIX}ordered-${format ?? ''}-${first}`;
      const levels = orderedLevels(first, format);
      const instance = lists++;
      return (level) => ({ reference: { reference, levels }, level, instance, custom: true });
    },
  };
}

function orderedLevels(start: number, format: OrderedFormat | undefined): ILevelsOptions[] {
  return LIST_LEVELS.map((level) => ({
    level,
    format: format ?? FORMAT_BY_DEPTH[level % FORMAT_BY_DEPTH.length]!,
    text: level % 3 === 0 ? `%${level + 1}.` : `%${level + 1})`,
    alignment: AlignmentType.LEFT,
    start,
    style: { paragraph: { indent: listIndent(level) } },
  }));
}

const BULLETS_BY_DEPTH = ['•', '–', '▪'] as const;

const BULLET_LEVELS: readonly ILevelsOptions[] = LIST_LEVELS.map((level) => ({
  level,
  format: LevelFormat.BULLET,
  text: BULLETS_BY_DEPTH[level % BULLETS_BY_DEPTH.length]!,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: listIndent(level) }, run: { font: 'Calibri' } },
}));

function listIndent(level: number): IIndentAttributesProperties {
  return { left: (level + 1) * LIST_INDENT, hanging: LIST_INDENT };
}
