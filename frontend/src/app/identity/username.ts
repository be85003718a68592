import { plainLetters } from '../language/index.ts';

/** What a user name may hold; the server asks the same. */
const FITS = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;

export const isUsername = (text: string): boolean => text.length <= 64 && FITS.test(text);

const wordsOf = (name: string): readonly string[] =>
  plainLetters(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/**
 * The given name and the first letters of the others, as offices write them, and a number where somebody
 * has it already.
 *
 * @example usernameFor('Nguyễn Thị Hoa', []) is 'hoa.nt'
 */
export const usernameFor = (name: string, taken: readonly string[]): string => {
  const words = wordsOf(name);
  const given = words.at(-1);
  if (given === undefined) return '';
  const initials = words.slice(0, -1).map(([first = '']) => first);
  const base = [given, ...(initials.length > 0 ? [initials.join('')] : [])].join('.').slice(0, 60);
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}${number}`)) number += 1;
  return `${base}${number}`;
};
