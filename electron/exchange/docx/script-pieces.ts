/** How a word processor lays out a stretch of text: its font, its order and its language go by this. */
export type Script = 'plain' | 'rtl' | 'cjk';

export interface ScriptPiece {
  readonly text: string;
  readonly script: Script;
}

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3001-\u303f\uff00-\uffef]/u;
const LETTER = /\p{L}/u;

/**
 * Divides a text by script. Blanks, digits and punctuation go with what they stand in; between two scripts, or
 * at an end, with the paragraph, or else they would be laid out in the order of the wrong one.
 *
 * @param isRtl Whether the paragraph is read from right to left.
 */
export function scriptPieces(text: string, isRtl: boolean): ScriptPiece[] {
  const around: Script = isRtl ? 'rtl' : 'plain';
  if (!RTL.test(text) && !CJK.test(text) && !(isRtl && LETTER.test(text))) return [{ text, script: around }];
  const pieces: { text: string; script: Script }[] = [];
  /** What belongs to no script, until it is known what follows it. */
  let open = '';
  const add = (piece: string, script: Script): void => {
    const last = pieces.at(-1);
    if (last?.script === script) last.text += piece;
    else if (piece !== '') pieces.push({ text: piece, script });
  };
  for (const character of text) {
    const script = scriptOf(character);
    if (script === null) {
      open += character;
      continue;
    }
    add(open, pieces.at(-1)?.script === script ? script : around);
    open = '';
    add(character, script);
  }
  add(open, around);
  return pieces;
}

/** Whether any of a text is written from right to left. */
export function isWrittenRtl(text: string): boolean {
  return RTL.test(text);
}

function scriptOf(character: string): Script | null {
  if (RTL.test(character)) return 'rtl';
  if (CJK.test(character)) return 'cjk';
  return LETTER.test(character) ? 'plain' : null;
}
