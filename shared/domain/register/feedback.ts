import {
  nthWorkingDayAfter,
  parseDay,
  type Day,
  type WorkingCalendar,
} from '../working-time/index.ts';
import type { RegisterValues } from './entry.ts';
import { FEEDBACK_ABOUT, type FeedbackAbout } from './kind.ts';

/** Working days to answer in, by what the feedback is about; an office sets its own (ADR 0720). */
export type FeedbackTerms = Readonly<Record<FeedbackAbout, number>>;

export interface FeedbackOffice {
  readonly calendar: WorkingCalendar;
  readonly terms: FeedbackTerms;
}

/**
 * The last day on which feedback is answered in time; the day it came is not counted.
 *
 * @example feedbackDueOn('conduct', 05/01/2026, office) // 23/01/2026: 10/01 is worked, a Saturday
 */
export const feedbackDueOn = (
  about: FeedbackAbout,
  day: Day,
  { calendar, terms }: FeedbackOffice,
): Day => nthWorkingDayAfter(calendar, day, terms[about]);

/** What feedback is about, if that has been said. */
export const aboutIn = ({ about }: RegisterValues): FeedbackAbout | undefined =>
  FEEDBACK_ABOUT.find((each) => each === about);

export type FeedbackStanding = 'answered' | 'overdue' | 'near' | 'open';

/** As many working days before the day as the first warning comes. */
const NEAR_DAYS = 3;

/**
 * How feedback stands on a day, for whoever looks at the register.
 *
 * @example feedbackStanding({ dueOn: '2026-01-23' }, 21/01/2026, calendar) // 'near'
 */
export function feedbackStanding(
  { dueOn, answeredOn }: RegisterValues,
  today: Day,
  calendar: WorkingCalendar,
): FeedbackStanding {
  if (typeof answeredOn === 'string' && answeredOn !== '') return 'answered';
  const due = typeof dueOn === 'string' ? parseDay(dueOn) : undefined;
  if (due === undefined) return 'open';
  if (due < today) return 'overdue';
  return due <= nthWorkingDayAfter(calendar, today, NEAR_DAYS) ? 'near' : 'open';
}
