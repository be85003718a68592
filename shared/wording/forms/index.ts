import type { Words } from '../language.ts';
import { type FormWords, vi } from './vi.ts';

export type { FormWords } from './vi.ts';

/** *Mẫu biểu*. */
export const formWords: Words<FormWords> = {
  vi,
  en: async () => (await import('./en.ts')).en,
};
