import type {
  GeneralProblemCode,
  IdentityProblemCode,
  ProblemCode,
  RuleProblemCode,
} from '#contract/problem';

type Statuses<Code extends string> = Readonly<Record<Code, number>>;

const general: Statuses<GeneralProblemCode> = {
  'invalid-request': 400,
  'value-out-of-range': 422,
  'body-too-large': 413,
  'not-found': 404,
  'not-permitted': 403,
  'unit-required': 422,
  'key-used-otherwise': 422,
  'request-under-way': 409,
  'too-busy': 503,
  'not-ready': 503,
  unexpected: 500,
};

const identity: Statuses<IdentityProblemCode> = {
  'sign-in-required': 401,
  'sign-in-failed': 401,
  'one-time-code-required': 401,
  'too-many-attempts': 429,
  'foreign-request': 403,
  'password-change-required': 403,
  'second-factor-required': 403,
  'second-factor-enrolled': 409,
  'second-factor-not-offered': 409,
  'password-not-accepted': 422,
  'wrong-password': 422,
  'link-not-valid': 422,
  'username-taken': 409,
  'unit-code-taken': 409,
  'department-code-taken': 409,
  'unknown-parent': 422,
  'unknown-department': 422,
  'role-not-for-unit': 422,
  'permission-not-for-keys': 422,
  'last-administrator': 422,
};

const rules: Statuses<RuleProblemCode> = {
  'amount-not-positive-integer': 422,
  'cutoff-not-a-time': 422,
  'pause-before-receipt': 422,
  'pause-ends-before-it-begins': 422,
  'outside-calendar': 422,
  'hours-not-a-time': 422,
  'hours-inverted': 422,
  'hours-overlap': 422,
  'date-not-a-day': 422,
  'date-outside-calendar': 422,
  'date-given-twice': 422,
  'day-off-with-hours': 422,
  'open-day-without-hours': 422,
  'week-never-open': 422,
  'calendar-preview-stale': 409,
  'calendar-preview-applied': 409,
  'procedure-exists': 409,
  'key-given-twice': 422,
};

/** The one table from a reason to its HTTP status: refusals themselves know nothing of HTTP. */
export const problemStatus: Statuses<ProblemCode> = { ...general, ...identity, ...rules };
