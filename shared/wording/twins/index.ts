import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type TwinsWords, vi } from './vi.ts';

/** *Hồ sơ nghi trùng*. */
export const twinsWords: Words<TwinsWords> = { vi, en };
