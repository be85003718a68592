/** How long the office may take: contract of the procedure with the citizen. */
export type Allowance =
  | { readonly kind: 'sameDay'; readonly cutoff: TimeOfDayText }
  | { readonly kind: 'workingHours'; readonly amount: number }
  | { readonly kind: 'workingDays'; readonly amount: number }
  | { readonly kind: 'calendarDays'; readonly amount: number };

export type AllowanceKind = Allowance['kind'];

/** `HH:MM`, up to `24:00`. */
export type TimeOfDayText = string;

/**
 * The three limits of a procedure. The one that gives the earliest due moment for a dossier binds;
 * on a tie commune, then city, then statutory.
 */
export interface Limits {
  readonly statutory?: Allowance;
  readonly city?: Allowance;
  readonly commune?: Allowance;
}

/** A variant's allowance replaces all three limits (many pages, verification needed …). */
export interface Variant {
  readonly key: string;
  readonly label: string;
  readonly allowance: Allowance;
}

/** Whole days: the day of receipt is not counted. Running hours: N × 8 working hours from receipt. */
export type CountingMode = 'wholeDays' | 'runningHours';

/** What a supplement does to the clock (domain of NĐ 61 and of sector laws; a parameter, never code). */
export type SupplementPolicy = 'pause' | 'restart' | 'continue';
