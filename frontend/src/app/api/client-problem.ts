import type { FieldError, Problem, ProblemCode } from '#contract/problem';

/** What the server refuses, and what keeps us from reaching or understanding it. */
export type ClientProblemCode = ProblemCode | 'offline' | 'unexpected-answer';

/** Why something was not done, in words a person can read as they stand. */
export interface ClientProblem {
  readonly code: ClientProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly facts: Problem['facts'];
  readonly allowed?: Problem['allowed'];
  readonly version?: Problem['version'];
  readonly id?: Problem['id'];
  readonly errors?: readonly FieldError[] | undefined;
}

/** What an act comes to: a refusal is a value, to be shown beside what was typed. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; readonly version: number | undefined }
  | { readonly ok: false; readonly problem: ClientProblem };

/** For what is only read: the resource fails, and its screen shows why. */
export class ApiProblem extends Error {
  readonly problem: ClientProblem;

  constructor(problem: ClientProblem) {
    super(problem.code);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** The problem behind whatever a resource failed with. */
export const problemOf = (error: unknown): ClientProblem | undefined => {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof ApiProblem) return at.problem;
  }
  return undefined;
};
