import type { Words } from '../language.ts';
import { type ShellWords, vi } from './vi.ts';

/** What the frame around every screen says. */
export const shellWords: Words<ShellWords> = {
  vi,
  en: async () => (await import('./en.ts')).en,
};

export type { ShellWords } from './vi.ts';
