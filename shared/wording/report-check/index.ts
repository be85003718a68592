import type { Words } from '../language.ts';
import { en } from './en.ts';
import { vi, type ReportCheckWords } from './vi.ts';

export type { ReportCheckWords } from './vi.ts';

/** *Kiểm tra báo cáo*: the screen, and what each finding says. */
export const reportCheckWords: Words<ReportCheckWords> & { readonly en: ReportCheckWords } = {
  vi,
  en,
};
