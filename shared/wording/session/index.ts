import type { Words } from '../language.ts';
import { type SessionWords, vi } from './vi.ts';

/** Signing in, and what concerns oneself. */
export const sessionWords: Words<SessionWords> = {
  vi,
  en: async () => (await import('./en.ts')).en,
};

export type { SessionWords } from './vi.ts';
