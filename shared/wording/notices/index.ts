import type { Wording } from '../language.ts';
import { en } from './en.ts';
import { type NoticeWords, vi } from './vi.ts';

export { letterWords, type LetterWords } from './letters.ts';
export type { NoticeFacts, NoticeWords } from './vi.ts';

/** *Thông báo*: sentences of the alerts, for the bell, for mail and for other systems. */
export const noticeWords: Wording<NoticeWords> = { vi, en };
