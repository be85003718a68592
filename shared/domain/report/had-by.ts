import type { Instant } from '../working-time/index.ts';

/**
 * Whether something had been told of a dossier before the end of the period.
 *
 * @example hadBy(facts.archivedAt, 15/01/2026 00:00) // false for a result archived on 20/01/2026
 */
export const hadBy = (at: Instant | undefined, end: Instant): boolean =>
  at !== undefined && at < end;
