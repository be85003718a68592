/** `Mật Khẩu-2026` → `mat khau-2026`: no accents, no capitals; Đ is d. */
export const plainLetters = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');

/**
 * A text as people search for it: plain letters, and one blank between words.
 *
 * @example plainText('Chứng thực  Bản sao') → 'chung thuc ban sao'
 */
export const plainText = (text: string): string => plainLetters(text).replace(/\s+/gu, ' ').trim();
