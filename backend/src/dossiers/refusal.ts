import { isOfficerCommand } from '#contract/dossiers';
import type { Problem, ProblemCode } from '#contract/problem';
import type { DossierRefusal } from '#domain/dossier';
import type { Fact, Refusal } from '#domain/kernel';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { refusalProblem } from '../platform/problem/refusal-problem.ts';
import { fieldAtFault } from './field-at-fault.ts';

const told = (name: string, fact: Fact): Fact => {
  // What the product does by itself is offered to nobody.
  if (name === 'allowed' && typeof fact === 'object' && fact !== null) {
    return fact.filter((command) => isOfficerCommand(String(command)));
  }
  return fact;
};

/**
 * A refusal of the domain on its way out: its code is the problem's, its moments are written out, and the
 * field of the body that is at fault is named.
 */
export const problemOf = (
  { code, facts }: Refusal<DossierRefusal>,
  body: object = {},
): ProblemError => {
  const entries = Object.entries(facts).map(([name, fact]) => [name, told(name, fact)]);
  const problem = refusalProblem({ code, facts: Object.fromEntries(entries) as typeof facts });
  return ruleProblem(code, body, problem.facts);
};

/** As `problemOf`, for the rules that only the way to a dossier can know. */
export const ruleProblem = (
  code: ProblemCode,
  body: object,
  facts: Problem['facts'] = {},
): ProblemError => {
  const field = fieldAtFault(code, facts, body);
  return new ProblemError(code, facts, field === undefined ? undefined : [field]);
};
