import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type CitizenWords, vi } from './vi.ts';

export { citizenTexts } from './texts.ts';
export type { CitizenWords } from './vi.ts';

/** *Gọi cho công dân*, and what citizens are told. */
export const citizenWords: Words<CitizenWords> = { vi, en };
