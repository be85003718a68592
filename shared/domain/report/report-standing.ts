import type { Instant } from '../working-time/index.ts';

/** *Đã gửi / Gửi chậm / Chưa gửi*; `overdue` is *chưa gửi* after the day it was due. */
export const REPORT_STANDINGS = ['sent', 'sentLate', 'notSent', 'overdue'] as const;
export type ReportStanding = (typeof REPORT_STANDINGS)[number];

/**
 * How a report that is awaited stands; one sent at the due moment itself is in time.
 *
 * @example reportStanding({ dueAt: 19/01 17:00, sentAt: 20/01 08:00 }, now) // 'sentLate'
 */
export function reportStanding(
  { dueAt, sentAt }: { readonly dueAt: Instant; readonly sentAt: Instant | null },
  now: Instant,
): ReportStanding {
  if (sentAt !== null) return sentAt > dueAt ? 'sentLate' : 'sent';
  return now > dueAt ? 'overdue' : 'notSent';
}
