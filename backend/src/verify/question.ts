import type { VerifyCheck } from '#contract/verify';

/** One question over whole tables. Gives `where` of what is wrong; `$1` is the unit, or machine time. */
export interface Question {
  readonly check: VerifyCheck;
  readonly sql: string;
}

/** Of one check, in one unit: a broken table breaks every row of it, and nobody reads a million lines. */
export const MOST = 100;
