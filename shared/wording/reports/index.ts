import type { Words } from '../language.ts';
import { en } from './en.ts';
import { vi, type ReportWords } from './vi.ts';

export type { ReportWords } from './vi.ts';

/** *Báo cáo*: for the screens, and for what leaves the product as a table. */
export const reportWords: Words<ReportWords> & { readonly en: ReportWords } = { vi, en };
