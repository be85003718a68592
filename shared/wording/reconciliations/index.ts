import type { Words } from '../language.ts';
import { en } from './en.ts';
import { vi, type ReconciliationWords } from './vi.ts';

/** *Đối soát*. */
export const reconciliationWords: Words<ReconciliationWords> = { vi, en };
