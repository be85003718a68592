import {
  checkReport,
  toldForms,
  type CheckedReport,
  type PrintedPeriod,
} from '#domain/report-check';
import type { FileForms } from '../city/received-store.ts';
import { fileText } from './file-text.ts';

/** What somebody wants to know of a report: whether it agrees with itself, or the forms in it. */
export type ReadingOrder =
  | { readonly asks: 'check'; readonly report: Uint8Array | string }
  | { readonly asks: 'forms'; readonly report: Uint8Array; readonly period: PrintedPeriod };

/** What a file says, or why nothing can be said of it. */
export type FileTold =
  | {
      readonly forms: FileForms;
      readonly findings: number;
      readonly namesPeriod: boolean;
    }
  | { readonly refused: 'report-file-unreadable' | 'report-file-without-form' };

/** What was found in a report that was held against itself. */
export type ReportChecked = CheckedReport | { readonly refused: 'report-file-unreadable' };

/** Reads a report of somebody who works without the product: its forms, and how much of it does not agree. */
export async function toldFile(bytes: Uint8Array, period: PrintedPeriod): Promise<FileTold> {
  const text = await fileText(bytes);
  if (text === undefined) return { refused: 'report-file-unreadable' };
  const { ii06b, digitisation, namesPeriod } = toldForms(text, period);
  if (ii06b === null) return { refused: 'report-file-without-form' };
  const { findings } = checkReport(text);
  return {
    forms: { ii06b, digitisation: digitisation ?? [] },
    findings: findings.length,
    namesPeriod,
  };
}

export async function checkedFile(report: Uint8Array | string): Promise<ReportChecked> {
  const text = typeof report === 'string' ? report : await fileText(report);
  return text === undefined ? { refused: 'report-file-unreadable' } : checkReport(text);
}
