import type { Authority } from '../dossier/index.ts';
import { passageOf, type Passage } from './ii06b-place.ts';
import { DEFAULT_LATENESS, type LatenessRules } from './lateness.ts';
import { boundsOf, type Period } from './period.ts';
import type { ReportedDossier } from './reported-dossier.ts';

/** A dossier that II.06b counts in the period, with how it came in and how the period ends for it. */
export interface Counted {
  readonly dossier: ReportedDossier;
  readonly passage: Passage;
}

/** What every form over the same population is asked with. */
export interface ReportScope extends Period, Partial<LatenessRules> {
  /** The unit's own procedures by default; those of *ngành dọc* are counted apart. */
  readonly authority?: Authority;
}

export const latenessOf = (scope: Partial<LatenessRules>): LatenessRules => ({
  ...DEFAULT_LATENESS,
  ...scope,
});

/**
 * The population of the period. II.06b, Phụ lục 01 and the indicators all start here, so that their columns
 * speak of the same dossiers (seed report 01/2026: 3.749 in one table and 3.733 in the other).
 */
export function* passagesIn(
  dossiers: Iterable<ReportedDossier>,
  scope: ReportScope,
): Generator<Counted> {
  const { authority = 'commune' } = scope;
  const [bounds, rules] = [boundsOf(scope), latenessOf(scope)];
  for (const dossier of dossiers) {
    if (dossier.intake.procedure.authority !== authority) continue;
    const passage = passageOf(dossier, bounds, rules);
    if (passage !== null) yield { dossier, passage };
  }
}
