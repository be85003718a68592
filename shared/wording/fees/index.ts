import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type FeesWords, vi } from './vi.ts';

/** *Phí, lệ phí*: the screens, and the list on paper. */
export const feesWords: Words<FeesWords> = { vi, en };
export type { FeesWords } from './vi.ts';
