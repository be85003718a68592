import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type ReceptionWords, vi } from './vi.ts';

export type { ReceptionWords } from './vi.ts';

/** *Tiếp nhận*. */
export const receptionWords: Words<ReceptionWords> = { vi, en };
