import type { Words } from '../language.ts';
import { type SystemWords, vi } from './vi.ts';

export type { SystemWords } from './vi.ts';

/** *Hệ thống*. */
export const systemWords: Words<SystemWords> = {
  vi,
  en: async () => (await import('./en.ts')).en,
};
