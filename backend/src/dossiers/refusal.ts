import { isOfficerCommand } from '#contract/dossiers';
import type { Problem } from '#contract/problem';
import type { DossierRefusal } from '#domain/dossier';
import type { Fact, Refusal } from '#domain/kernel';
import { formatInstant, type Instant } from '#domain/working-time';
import { ProblemError } from '../platform/problem/problem-error.ts';

/** Facts that are moments: people and other systems read them as such. */
const MOMENTS: ReadonlySet<string> = new Set([
  ...['occurredAt', 'previous', 'declaredDueAt', 'respondBy', 'dueAt', 'current'],
]);

const told = (name: string, fact: Fact): Fact => {
  // What the product does by itself is offered to nobody.
  if (name === 'allowed' && typeof fact === 'object' && fact !== null) {
    return fact.filter((command) => isOfficerCommand(String(command)));
  }
  return typeof fact === 'number' && MOMENTS.has(name) ? formatInstant(fact as Instant) : fact;
};

/** A refusal of the domain on its way out: its code is the problem's, its moments are written out. */
export const problemOf = ({ code, facts }: Refusal<DossierRefusal>): ProblemError => {
  const entries = Object.entries(facts).map(([name, fact]) => [name, told(name, fact)]);
  return new ProblemError(code, Object.fromEntries(entries) as Problem['facts']);
};
