/** `Mật Khẩu-2026` → `mat khau-2026`: how a guesser would begin. */
export const plainLetters = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
