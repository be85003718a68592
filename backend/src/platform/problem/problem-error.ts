import type { Problem, ProblemCode } from '#contract/problem';
import type { FaultyField } from './field-faults.ts';

/** Thrown where a request cannot go on; the filter makes the document and picks the language. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly facts: Problem['facts'];
  readonly errors: readonly FaultyField[] | undefined;

  constructor(code: ProblemCode, facts: Problem['facts'] = {}, errors?: readonly FaultyField[]) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.facts = facts;
    this.errors = errors;
  }
}
