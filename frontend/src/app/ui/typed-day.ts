import { type Day, parseDay } from '#domain/working-time';

const TYPED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * A day as people type it.
 *
 * @example typedDay('2/3/2026') // the second of March
 */
export const typedDay = (text: string): Day | undefined => {
  const [, date = '', month = '', year = ''] = TYPED.exec(text.trim()) ?? [];
  return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
};
