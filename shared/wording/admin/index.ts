import type { Words } from '../language.ts';
import { type AdminWords, vi } from './vi.ts';

export type { AdminWords } from './vi.ts';

/** *Quản trị*. */
export const adminWords: Words<AdminWords> = {
  vi,
  en: async () => (await import('./en.ts')).en,
};
