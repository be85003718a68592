import type { Instant } from '../working-time/index.ts';

/** A dossier with the due moment the source declared and the one we count. */
export interface TwiceDue {
  readonly id: string;
  readonly declaredDueAt: Instant | null;
  readonly dueAt: Instant | null;
  /** Null while it is open. */
  readonly finishedAt: Instant | null;
}

/** *Quá hạn trên hệ thống* beside *quá hạn thực tế*. */
export type LateOtherwise = 'lateThere' | 'lateHere';

/**
 * Whether source and office do not agree that a dossier is late; null where they do.
 *
 * @example lateOtherwise({ declaredDueAt: 10/03 17:00, dueAt: 17/03 17:00, finishedAt: 12/03 09:00 }, now) // 'lateThere'
 */
export function lateOtherwise(
  { declaredDueAt, dueAt, finishedAt }: TwiceDue,
  now: Instant,
): LateOtherwise | null {
  if (declaredDueAt === null || dueAt === null) return null;
  const end = minuteOf(finishedAt ?? now);
  const isLateThere = end > minuteOf(declaredDueAt);
  const isLateHere = end > minuteOf(dueAt);
  if (isLateThere === isLateHere) return null;
  return isLateThere ? 'lateThere' : 'lateHere';
}

/** Moments are compared as they are printed: nobody is late by seconds. */
const minuteOf = (moment: Instant): number => Math.floor(moment / 60_000);
