import { HOUR_MS, type Instant, type WorkingCalendar, workingBetween } from '#domain/working-time';

/** NĐ 45/2020: what is sent in online is answered within eight working hours. */
const ANSWER_MS = 8 * HOUR_MS;
const NEAR_MS = 4 * HOUR_MS;

export interface IntakeClock {
  readonly standing: 'later' | 'near' | 'late';
  /** Working time left, or over. */
  readonly span: number;
}

/** How long there is still to answer what was sent in. */
export const intakeClock = (
  submittedAt: Instant,
  now: Instant,
  calendar: WorkingCalendar,
): IntakeClock => {
  const left = ANSWER_MS - workingBetween(calendar, submittedAt, now);
  if (left < 0) return { standing: 'late', span: -left };
  return { standing: left <= NEAR_MS ? 'near' : 'later', span: left };
};
