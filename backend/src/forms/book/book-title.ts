import { wordedAs, type FormEdition } from '#domain/form';
import { letterheadOf } from '../facts/letterhead.ts';

/** What stands above the book, as the unit words it. */
export const bookTitle = (
  unitName: string,
  edition: FormEdition,
  range: string,
): readonly string[] => [
  'SỔ THEO DÕI HỒ SƠ',
  wordedAs({ key: 'office', standard: letterheadOf(unitName).name }, edition),
  range,
  ...wordedAs({ key: 'own', standard: '' }, edition)
    .split('\n')
    .filter((line) => line.trim() !== ''),
];
