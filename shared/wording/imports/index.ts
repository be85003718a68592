import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type ImportsWords, vi } from './vi.ts';

/** *Nhập dữ liệu*: lists of other systems, looked at before they are written. */
export const importsWords: Words<ImportsWords> = { vi, en };
export type { ImportsWords } from './vi.ts';
export { valueChoices, type ValueChoice } from './value-choices.ts';
