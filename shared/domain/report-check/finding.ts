import type { Place } from './written-text.ts';

/** What does not agree with what. */
export const FINDING_KINDS = [
  'sum-wrong',
  'part-over-whole',
  'percent-wrong',
  'percent-cut-off',
  'percent-over-100',
  'percent-not-whole',
  'percent-of-another-whole',
  'percent-unfounded',
  'percent-without-counts',
  'ratio-without-percent',
  'ratio-without-sign',
  'figure-differs',
  'text-differs-from-table',
  'population-differs',
  'carried-over-as-received',
  'online-share-of-total',
  'offline-contradicts',
  'late-denied',
  'city-system-contradicted',
  'result-before-resolution',
  'review-denied',
  'table-row-wrong',
  'table-total-wrong',
  'table-percent-wrong',
  'open-with-result',
  'digitisation-differs-from-table',
  'period-differs',
  'period-year',
  'period-backwards',
  'period-not-standard',
  'symbol-differs',
  'document-type-differs',
  'appendix-missing',
  'placeholder-left',
  'term-outdated',
  'decimal-marks-mixed',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something to be explained: where it stands, the figures that do not agree, and what would. */
export interface Finding {
  readonly kind: FindingKind;
  readonly place: Place;
  /** As they are printed. */
  readonly values: readonly string[];
  /** What would agree with the rest; null where only the writer can know. */
  readonly expected: string | null;
}

const THOUSAND = /\B(?=(?:\d{3})+$)/g;

/** A whole number as reports print it: *4.321*. */
export const wholeText = (value: number): string => String(value).replace(THOUSAND, '.');
