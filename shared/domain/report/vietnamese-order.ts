/** The alphabet of TCVN and of every Vietnamese dictionary: ă â đ ê ô ơ ư are letters of their own. */
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';

/** Tone marks in dictionary order: ngang, huyền, hỏi, ngã, sắc, nặng (combining characters). */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Spaces and signs come before figures, figures before letters, as in a printed register. */
const SIGN_RANK = 0;
const FIGURE_RANK = 0x200000;
const LETTER_RANK = 0x400000;

/**
 * Orders two names as a Vietnamese register does: first by letters, then by tones, then small letters before
 * capitals. Written out, because the collation of a host depends on how its runtime was built (ADR 0050).
 *
 * @example ['Đất đai', 'Dân tộc', 'Chứng thực'].sort(compareVietnamese) // Chứng thực, Dân tộc, Đất đai
 */
export function compareVietnamese(left: string, right: string): number {
  const [a, b] = [left.normalize('NFC'), right.normalize('NFC')];
  return (
    compareRanks(lettersOf(a), lettersOf(b)) ||
    compareRanks(tonesOf(a), tonesOf(b)) ||
    compareRanks(capitalsOf(a), capitalsOf(b)) ||
    compareRanks(codePointsOf(a), codePointsOf(b))
  );
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  for (const [index, rank] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (rank !== other) return rank - other;
  }
  return left.length - right.length;
}

const codePointsOf = (text: string): readonly number[] =>
  [...text].map((character) => Number(character.codePointAt(0)));

const lettersOf = (text: string): readonly number[] =>
  [...text].map((character) => rankOf(withoutTone(character.toLowerCase())));

const tonesOf = (text: string): readonly number[] =>
  [...text].map((character) =>
    TONES.indexOf(character.normalize('NFD').match(TONE_MARKS)?.[0] ?? ''),
  );

const capitalsOf = (text: string): readonly number[] =>
  [...text].map((character) => (character === character.toLowerCase() ? 0 : 1));

const withoutTone = (letter: string): string =>
  letter.normalize('NFD').replace(TONE_MARKS, '').normalize('NFC');

function rankOf(character: string): number {
  const letter = LETTERS.indexOf(character);
  if (letter >= 0) return LETTER_RANK + letter;
  const codePoint = Number(character.codePointAt(0));
  if (/\p{Nd}/u.test(character)) return FIGURE_RANK + codePoint;
  return /\p{L}/u.test(character)
    ? LETTER_RANK + LETTERS.length + codePoint
    : SIGN_RANK + codePoint;
}
