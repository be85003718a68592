/**
 * A text as people search for it: no accents, no capitals, one blank between words; Đ is d.
 *
 * @example plainText('Chứng thực  Bản sao') → 'chung thuc ban sao'
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/gu, ' ')
    .trim();
