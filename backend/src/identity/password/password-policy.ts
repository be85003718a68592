import type { PasswordFault } from '#contract/identity';
import { isCommonPassword } from './common-passwords.ts';
import { plainLetters } from '../../platform/text/plain-text.ts';

/** ASVS 5.0, 6.2.1 and 6.2.9: length is all; no composition, no rotation. */
const SHORTEST_ALONE = 15;
const SHORTEST_WITH_SECOND_FACTOR = 8;
const LONGEST = 128;

/** What has to be left when everything guessable is taken away. */
const FEWEST_OF_ONES_OWN = 5;

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const RUNS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(''))];
const RUN_LENGTH = 4;
const HOUSE_WORDS = ['motcua', 'haiphong', 'hanhchinh', 'vietnam', 'matkhau', 'password'];

export interface PasswordContext {
  readonly hasSecondFactor: boolean;
  /** Names a guesser would try: of the person, of the unit. */
  readonly words: readonly string[];
}

/** The same password however the keyboard composed it; what is hashed and compared. */
export const composed = (password: string): string => password.normalize('NFC');

const onlyLetters = (text: string): string => plainLetters(text).replace(/[^a-z0-9]/g, '');

const withoutRuns = (text: string): string => {
  const pieces = RUNS.flatMap((run) =>
    Array.from({ length: run.length - RUN_LENGTH + 1 }, (_, at) => run.slice(at, at + RUN_LENGTH)),
  );
  return pieces.reduce((rest, piece) => rest.replaceAll(piece, ''), text);
};

const wordsOf = ({ words }: PasswordContext): readonly string[] =>
  [
    ...HOUSE_WORDS,
    ...words.flatMap((word) => [onlyLetters(word), ...word.split(/\s+/).map(onlyLetters)]),
  ]
    .filter((word) => word.length >= 3)
    .toSorted((one, other) => other.length - one.length);

const isPredictable = (password: string, context: PasswordContext): boolean => {
  const letters = onlyLetters(password);
  const own = wordsOf(context).reduce((rest, word) => rest.replaceAll(word, ''), letters);
  // Of a script without Latin letters there is nothing to take away.
  const rest = letters === '' ? password : withoutRuns(own);
  return new Set(rest).size < FEWEST_OF_ONES_OWN;
};

/** Why a new password is not good enough; undefined when it is. */
export const findPasswordFault = (
  password: string,
  context: PasswordContext,
): PasswordFault | undefined => {
  const { length } = [...composed(password)];
  const shortest = context.hasSecondFactor ? SHORTEST_WITH_SECOND_FACTOR : SHORTEST_ALONE;
  if (length < shortest) return 'too-short';
  if (length > LONGEST) return 'too-long';
  if (isCommonPassword(password)) return 'common';
  return isPredictable(password, context) ? 'predictable' : undefined;
};
