import type { Words } from '../language.ts';
import { type UiWords, vi } from './vi.ts';

/** What the pieces say that every screen is made of. */
export const uiWords: Words<UiWords> = {
  vi,
  en: async () => (await import('./en.ts')).en,
};

export type { UiWords } from './vi.ts';
