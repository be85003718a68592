import { plainText } from '../../platform/text/plain-text.ts';

const LONGEST_WORD = 80;

/**
 * By what a name is found: every end of it that begins with a word. Who looks for "van an" or "an" looks for
 * the beginning of one of them, which an index finds behind the wall between units.
 *
 * @example nameWords('Nguyễn Văn An') → ['nguyen van an', 'van an', 'an']
 */
export function nameWords(name: string): readonly string[] {
  const words = plainText(name).split(' ').filter(Boolean);
  return [...new Set(words.map((_, index) => words.slice(index).join(' ').slice(0, LONGEST_WORD)))];
}

/**
 * By what an official or a source's code is found: whole, and from the day in it on, as officers say it.
 *
 * @example codeWords('H24.99-260115-0001') → ['h24.99-260115-0001', '260115-0001']
 */
export function codeWords(code: string): readonly string[] {
  const whole = plainText(code).slice(0, LONGEST_WORD);
  const spoken = whole.split('-').slice(-2).join('-');
  return whole === '' ? [] : [...new Set([whole, spoken])];
}
