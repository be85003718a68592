const MARKS = /\p{M}/gu;

/** Without accents and capitals, as people type when they are in a hurry. */
export const plainLetters = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd').trim();

/**
 * Whether every typed word begins or stands inside a word of the text, accents or not.
 *
 * @example matches('Chứng thực bản sao', 'ban sao chung') is true
 */
export const matches = (text: string, typed: string): boolean => {
  const plain = plainLetters(text);
  return plainLetters(typed)
    .split(/\s+/)
    .every((word) => plain.includes(word));
};
