const DIACRITICS = /[\u0300-\u036f]/g;

const plainLetter = (letter: string): string => {
  const lower = letter.toLowerCase();
  if (lower === 'đ') return 'd';
  const bare = lower.normalize('NFD').replace(DIACRITICS, '');
  // One for one, so that a place in the plain text is the same place in the written one.
  return bare.length === letter.length ? bare : letter;
};

/**
 * Letters without accents and capitals, each in its own place: offices write *hoá* and *hóa*, *tỉ lệ* and
 * *tỷ lệ*, and what was read from a scan has lost a tone here and there.
 *
 * @example plain('Đã giải quyết') // 'da giai quyet'
 */
export const plain = (text: string): string => text.replace(/[^\u0000-\u0040]/g, plainLetter);
