import './person-look.css';

/** How many colours there are for people, in `tokens.css`. */
const LOOKS = 8;

/** The class of a device's colour, the same in every window; a name always stands with it. */
export function personLook(device: number): string {
  return `is-person-${device % LOOKS}`;
}

const letters = new Intl.Segmenter();

/** The first letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = [words[0], words.length > 1 ? words.at(-1) : ''];
  return ends.map(firstLetter).join('').toLocaleUpperCase();
}

function firstLetter(word = ''): string {
  const [first] = letters.segment(word);
  return first?.segment ?? '';
}
