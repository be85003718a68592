import { plainText } from '../../platform/text/plain-text.ts';

/** Six digits of the day and at least four of the number close every code of the country, and every one of ours. */
const NUMBER_LENGTHS = [4, 5, 6] as const;
const DAY = /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/**
 * A code by its letters and digits alone: what is left when people type it as they read it out.
 *
 * @example plainCode('h24.99 – 260115 0001') → 'H24992601150001'
 */
export const plainCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');

/** The ends, day and number, with which the typed code may close: `260115-0001`. */
const spokenEnds = (plain: string): readonly string[] =>
  NUMBER_LENGTHS.flatMap((length) => {
    const [, day = '', number = ''] =
      new RegExp(String.raw`(\d{6})(\d{${length}})$`).exec(plain) ?? [];
    return DAY.test(day) ? [`${day}-${number}`] : [];
  });

/** A code as a citizen typed it, and what it may be found by. */
export interface TypedCode {
  readonly plain: string;
  /** As it may stand in the books, letter by letter. */
  readonly whole: readonly string[];
  readonly ends: readonly string[];
  /** Among the words by which the search finds official codes. */
  readonly words: readonly string[];
}

export const typedCode = (text: string): TypedCode => {
  const typed = text.normalize('NFC').trim();
  const plain = plainCode(typed);
  const ends = spokenEnds(plain);
  return {
    plain,
    ends,
    whole: [...new Set([typed, typed.toUpperCase()])],
    words: [...new Set([plainText(typed), ...ends])],
  };
};
