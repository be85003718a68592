import type { Problem, ProblemCode } from '#contract/problem';

/** Thrown where a request cannot go on; the filter makes the document and picks the language. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly facts: Problem['facts'];

  constructor(code: ProblemCode, facts: Problem['facts'] = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.facts = facts;
  }
}
