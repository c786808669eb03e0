import type { Script } from './script-pieces.ts';
import { directionOfLanguage } from './text-direction.ts';

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const BOPOMOFO = /\p{Script=Bopomofo}/u;
const CJK_LANGUAGES = new Set(['ja', 'ko', 'zh']);

/** Other scripts than Arabic that are written from right to left, each with the language that is likeliest. */
const RTL_SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/u, 'he-IL'],
  [/\p{Script=Syriac}/u, 'syr-SY'],
  [/\p{Script=Thaana}/u, 'dv-MV'],
  [/\p{Script=Nko}/u, 'nqo'],
  [/\p{Script=Adlam}/u, 'ff-Adlm'],
];

/** Whether a language is written in Chinese characters, kana or hangul. */
export function isCjk({ language }: Intl.Locale): boolean {
  return CJK_LANGUAGES.has(language);
}

/** A serif font of a common office installation for Chinese, Japanese or Korean in a document of this language. */
export function eastAsianFont(locale: Intl.Locale): string {
  const { language, script, region } = locale.maximize();
  if (language === 'ja') return 'Yu Mincho';
  if (language === 'ko') return 'Batang';
  return script === 'Hant' || region === 'TW' ? 'PMingLiU' : 'SimSun';
}

/** The language of what is written from right to left, unless a text says otherwise. */
export function rtlLanguage(locale: Intl.Locale): string {
  return directionOfLanguage(locale) === 'rtl' ? locale.toString() : 'ar-SA';
}

/**
 * The language that a piece of a script is marked with, so that it is checked and broken into lines by its own
 * rules: that of the document where the document is written in it, else the likeliest one. Null where the
 * document's own settings say it already.
 */
export function scriptLanguage(text: string, script: Script, locale: Intl.Locale): string | null {
  switch (script) {
    case 'plain':
      return null;
    case 'rtl': {
      const language = RTL_SCRIPTS.find(([letters]) => letters.test(text))?.[1] ?? null;
      return language === null || new Intl.Locale(language).language === locale.language ? null : language;
    }
    case 'cjk': {
      if (isCjk(locale)) return null;
      if (KANA.test(text)) return 'ja-JP';
      if (HANGUL.test(text)) return 'ko-KR';
      return BOPOMOFO.test(text) ? 'zh-TW' : 'zh-CN';
    }
  }
}
