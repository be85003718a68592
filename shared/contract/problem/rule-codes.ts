/** Why a due moment cannot be counted. */
export const deadlineProblemCodes = [
  'amount-not-positive-integer',
  'allowance-too-long',
  'cutoff-not-a-time',
  'pause-before-receipt',
  'pause-ends-before-it-begins',
  'outside-calendar',
] as const;

/** Why a calendar cannot be as somebody wants it. */
export const calendarProblemCodes = [
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
const procedureProblemCodes = [
  ...(['procedure-exists', 'key-given-twice'] as const),
  ...(['procedure-not-unknown', 'match-target-unknown'] as const),
] as const;

export const ruleProblemCodes = [
  ...deadlineProblemCodes,
  ...calendarProblemCodes,
  ...procedureProblemCodes,
] as const;

export type RuleProblemCode = (typeof ruleProblemCodes)[number];
