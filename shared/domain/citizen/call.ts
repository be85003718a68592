import { addWorking, hours, type Instant, type WorkingCalendar } from '../working-time/index.ts';

/** *Đã gọi · Không nghe máy · Gọi lại lúc*. */
export const CALL_OUTCOMES = ['reached', 'noAnswer', 'later'] as const;

export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Who did not answer is rung up again after so much working time. */
const AGAIN_AFTER = hours(1);

/** When whoever did not answer is to be called again. */
export const callAgainAt = (calendar: WorkingCalendar, now: Instant): Instant =>
  addWorking(calendar, now, AGAIN_AFTER);
