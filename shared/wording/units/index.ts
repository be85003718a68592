import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type UnitWords, vi } from './vi.ts';

/** *Quản trị*: units and their departments. */
export const unitWords: Words<UnitWords> = { vi, en };
export type { UnitWords } from './vi.ts';
