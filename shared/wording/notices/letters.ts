import type { Wording } from '../language.ts';
import { en } from './en.ts';
import { type NoticeWords, vi } from './vi.ts';

/** What stands in letters only: no screen has to fetch it. */
export interface LetterWords extends NoticeWords {
  /** Below the lines, where some of them were old when a list brought them. */
  readonly old: (most: number) => string;
}

export const letterWords: Wording<LetterWords> = {
  vi: {
    ...vi,
    old: (most) =>
      `Cảnh báo đã qua mốc từ trước khi hồ sơ được nhập về: thư nêu nhiều nhất ${most} việc, xem đầy đủ ở trang Cảnh báo.`,
  },
  en: {
    ...en,
    old: (most) =>
      `Of warnings whose moment had passed before the dossier was brought in, a letter names ${most} at most; all of them are under Alerts.`,
  },
};
