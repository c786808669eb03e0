import { type IRunOptions, Tab, TextRun } from 'docx';
import { scriptLanguage } from './script-language.ts';
import { scriptPieces } from './script-pieces.ts';
import type { TextDirection } from './text-direction.ts';

/** What runs of text go by. */
export interface Surroundings {
  /** Language of the document. */
  readonly locale: Intl.Locale;
  /** Direction of the paragraph. */
  readonly direction: TextDirection;
}

/**
 * A text as runs, one for every stretch of a script: each has the font, order and language of its own. Breaks
 * and tabs within the text are elements.
 */
export function textRuns(text: string, { locale, direction }: Surroundings, look: IRunOptions = {}): TextRun[] {
  const runs: TextRun[] = [];
  for (const piece of /[\n\t]/.test(text) ? text.split(/([\n\t])/) : [text]) {
    if (piece === '\n') runs.push(new TextRun({ ...look, break: 1 }));
    else if (piece === '\t') runs.push(new TextRun({ ...look, children: [new Tab()] }));
    else if (piece !== '') {
      for (const { text: stretch, script } of scriptPieces(piece, direction === 'rtl')) {
        const language = scriptLanguage(stretch, script, locale);
        runs.push(
          new TextRun({
            ...look,
            ...(script === 'rtl' ? { rightToLeft: true } : {}),
            ...(script === 'cjk' ? { font: { hint: 'eastAsia' } } : {}),
            ...(language === null
              ? {}
              : { language: script === 'rtl' ? { bidirectional: language } : { eastAsia: language } }),
            text: stretch,
          }),
        );
      }
    }
  }
  return runs;
}
