/** Why a due moment cannot be counted. */
const deadlineProblemCodes = [
  'amount-not-positive-integer',
  'cutoff-not-a-time',
  'pause-before-receipt',
  'pause-ends-before-it-begins',
  'outside-calendar',
] as const;

/** Why a calendar cannot be as somebody wants it. */
const calendarProblemCodes = [
  'hours-not-a-time',
  'hours-inverted',
  'hours-overlap',
  'date-not-a-day',
  'date-outside-calendar',
  'date-given-twice',
  'day-off-with-hours',
  'open-day-without-hours',
  'week-never-open',
  'calendar-preview-stale',
  'calendar-preview-applied',
] as const;

/** Why a procedure cannot be entered so. */
const procedureProblemCodes = ['procedure-exists', 'key-given-twice'] as const;

export const ruleProblemCodes = [
  ...deadlineProblemCodes,
  ...calendarProblemCodes,
  ...procedureProblemCodes,
] as const;

export type RuleProblemCode = (typeof ruleProblemCodes)[number];
