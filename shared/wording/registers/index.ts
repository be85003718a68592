import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type RegisterWords, vi } from './vi.ts';

/** *Sổ theo dõi*: what reports tell beside dossiers. */
export const registerWords: Words<RegisterWords> = { vi, en };
export type { RegisterWords } from './vi.ts';
