import type { FieldFault, Problem, ProblemCode } from '#contract/problem';
import { MOMENT_FACTS } from '#contract/problem';
import type { Fact, Refusal } from '#domain/kernel';
import { formatInstant, type Instant } from '#domain/working-time';
import { ProblemError } from './problem-error.ts';

type Facts = Refusal['facts'];

const told = (name: string, fact: Fact): Fact =>
  typeof fact === 'number' && MOMENT_FACTS.has(name) ? formatInstant(fact as Instant) : fact;

/** Facts as they leave the product: moments are written out as everywhere else. */
const tellFacts = (facts: Facts): Problem['facts'] =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, told(name, fact)]));

/** What is wrong with the field that a refusal names; a value that stands in no order is out of its range. */
const FAULTS: Partial<Record<ProblemCode, FieldFault>> = {
  'cutoff-not-a-time': 'wrong-format',
};

const faultOf = (code: ProblemCode, { amount }: Facts): FieldFault => {
  const isPart = typeof amount === 'number' && !Number.isInteger(amount);
  return isPart ? 'not-whole' : (FAULTS[code] ?? 'out-of-range');
};

/** A refusal of the rules on its way out; where it names the field at fault, so does the problem. */
export const refusalProblem = ({ code, facts }: Refusal<ProblemCode>): ProblemError => {
  const { path } = facts;
  const errors = typeof path === 'string' ? [{ path, code: faultOf(code, facts) }] : undefined;
  return new ProblemError(code, tellFacts(facts), errors);
};
