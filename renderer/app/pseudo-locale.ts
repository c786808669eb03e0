/** A message catalogue: sentences, in groups of groups. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ḓ',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ô',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  F: 'Ƒ',
  G: 'Ĝ',
  H: 'Ĥ',
  I: 'Î',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ô',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Û',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};
const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * The catalogue in a language that nobody speaks: accented, longer, in brackets. Whatever still
 * looks like English has not come from the catalogue; whatever is cut has too little room.
 */
export function pseudoLocalise(messages: Messages): Messages {
  const result: Record<string, string | Messages> = {};
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value !== 'string') {
      result[key] = pseudoLocalise(value);
    } else if (key.endsWith('_other')) {
      // The right-to-left language has more plurals than English.
      for (const plural of PLURALS) result[key.replace(/other$/, plural)] ??= pseudoSentence(value);
    } else {
      result[key] = pseudoSentence(value);
    }
  }
  return result;
}

function pseudoSentence(sentence: string): string {
  const accented = sentence
    .split(/(\{\{.*?\}\})/)
    .map((part) => (part.startsWith('{{') ? part : part.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter)))
    .join('');
  return `[${accented}${'~'.repeat(Math.ceil(sentence.length * 0.3))}]`;
}
