let segmenter: Intl.Segmenter | undefined;

/**
 * Counts words as a reader would: runs of letters and digits by white space for scripts that put
 * spaces between words, dictionary segments for those that do not (Chinese, Japanese, Thai …).
 */
export function countWords(text: string): number {
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u.test(
      text,
    )
  ) {
    return countSegments(text);
  }
  let words = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const space = code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028;
    if (space) inWord = false;
    else if (!inWord && !isPunctuation(code)) {
      inWord = true;
      words++;
    }
  }
  return words;
}

/** Punctuation that does not make a word by itself, such as a dash between spaces. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126) ||
    (code >= 0xa1 && code <= 0xbf && code !== 0xaa && code !== 0xba) ||
    (code >= 0x2010 && code <= 0x205e)
  );
}

function countSegments(text: string): number {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  let words = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) words++;
  return words;
}
