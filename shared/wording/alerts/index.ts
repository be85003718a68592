import type { Words } from '../language.ts';
import { type AlertWords, vi } from './vi.ts';

/** *Cảnh báo*: the bell, the page, and how one wants to be reached. */
export const alertWords: Words<AlertWords> = {
  vi,
  en: async () => (await import('./en.ts')).en,
};

export type { AlertWords } from './vi.ts';
