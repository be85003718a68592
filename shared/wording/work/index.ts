import { exportsEn } from './exports-en.ts';
import { type ExportWords, exportsVi } from './exports-vi.ts';
import type { Words } from '../language.ts';
import { en } from './en.ts';
import { type WorkWords, vi } from './vi.ts';

/** *Việc của tôi*. */
export const workWords: Words<WorkWords> = { vi, en };
export type { WorkWords } from './vi.ts';

/** What is taken out of the product, and as what. */
export const exportWords: Words<ExportWords> = { vi: exportsVi, en: exportsEn };
