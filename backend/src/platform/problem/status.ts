import type { ProblemCode } from '#contract/problem';

/** The one table from a reason to its HTTP status: refusals themselves know nothing of HTTP. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  'invalid-request': 400,
  'not-found': 404,
  unexpected: 500,
  'not-ready': 503,
};
