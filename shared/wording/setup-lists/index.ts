import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type SetupListsWords, vi } from './vi.ts';

/** Procedures and people brought in from a file. */
export const setupListsWords: Words<SetupListsWords> = { vi, en };
export type { SetupListsWords } from './vi.ts';
