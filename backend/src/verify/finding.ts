import type { VerifyCheck } from '#contract/verify';

/** Something that may not be: which check found it, of which unit, and where to look. No personal data. */
export interface Finding {
  readonly check: VerifyCheck;
  /** The unit's code; null for what is of no unit. */
  readonly unit: string | null;
  /** A dossier's id and version, a day, a line of the catalogue. */
  readonly where: string;
}
