import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type LookupWords, vi } from './vi.ts';

export type { LookupWords } from './vi.ts';

/** *Tra cứu hồ sơ*, for citizens. */
export const lookupWords: Words<LookupWords> = { vi, en };
