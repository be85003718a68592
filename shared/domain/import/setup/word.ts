import { plainTitle } from '../title.ts';

/** What a cell may say, and what is meant by it; however it is typed. */
export type Words<Meaning> = ReadonlyMap<string, Meaning>;

export const wordsFor = <Meaning>(
  ...meanings: readonly (readonly [Meaning, ...(readonly string[])])[]
): Words<Meaning> =>
  new Map(
    meanings.flatMap(([meaning, ...texts]) =>
      texts.map((text) => [plainTitle(text), meaning] as const),
    ),
  );

export const meantBy = <Meaning>(words: Words<Meaning>, text: string): Meaning | undefined =>
  words.get(plainTitle(text));

/** An empty cell changes nothing; this one says that there is none. */
export const isNothing = (cell: string): boolean => /^[-–—]$/u.test(cell);

/** Several things in one cell stand on lines of their own, or between bars. */
export const entriesIn = (cell: string): readonly string[] =>
  cell
    .split(/[\n|]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
