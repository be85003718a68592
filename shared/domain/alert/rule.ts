import type { Role, UserId } from '../dossier/index.ts';
import type { AllowanceClass } from './allowance-class.ts';
import type { AlertKind } from './kind.ts';
import type { Threshold } from './threshold.ts';

/** Whom a rung of the ladder reaches. */
export type RungTarget =
  | { readonly kind: 'holder' }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'user'; readonly userId: UserId };

/** One rung: told that much working time after the signal, unless somebody has acknowledged it by then. */
export interface Rung {
  readonly target: RungTarget;
  readonly afterMinutes: number;
}

/** How one kind is signalled for one dossier, when all overrides have been laid over each other. */
export interface KindRule {
  readonly enabled: boolean;
  readonly thresholds: readonly Threshold[];
  readonly ladder: readonly Rung[];
}

export interface KindDefaults {
  readonly enabled: boolean;
  readonly thresholds: Readonly<Record<AllowanceClass, readonly Threshold[]>>;
  readonly ladder: readonly Rung[];
}

/** What a unit has set differently, everywhere or for one procedure, one allowance class, or both. */
export interface RuleOverride extends Partial<KindRule> {
  readonly kind: AlertKind;
  readonly procedureCode?: string;
  readonly allowanceClass?: AllowanceClass;
}

/** The alert rules of one unit, as data. */
export interface AlertRules {
  readonly kinds: Readonly<Record<AlertKind, KindDefaults>>;
  readonly overrides: readonly RuleOverride[];
  /** Imported data older than this (working time) is shown with its age and never escalated. */
  readonly staleAfterMinutes: number;
  /** When a desk gets its one line about same-day dossiers: `HH:MM`. */
  readonly bundleAt: readonly string[];
  /** Working time the holder has to answer before a leader is told. */
  readonly voiceMinutes: number;
}

export interface RuleScope {
  readonly procedureCode: string | null;
  readonly allowanceClass: AllowanceClass;
}

const concerns = (override: RuleOverride, kind: AlertKind, scope: RuleScope): boolean =>
  override.kind === kind &&
  (override.procedureCode ?? scope.procedureCode) === scope.procedureCode &&
  (override.allowanceClass ?? scope.allowanceClass) === scope.allowanceClass;

/** A procedure says more than a class, a class more than the unit as a whole. */
const precision = (override: RuleOverride): number =>
  (override.procedureCode === undefined ? 0 : 2) + (override.allowanceClass === undefined ? 0 : 1);

/**
 * The rule in force for a kind; the more precise override wins, among equals the later one.
 * @example ruleFor(rules, 'dossier.near', { procedureCode: '2.000815', allowanceClass: 'sameDay' })
 */
export function ruleFor(rules: AlertRules, kind: AlertKind, scope: RuleScope): KindRule {
  const { enabled, thresholds, ladder } = rules.kinds[kind];
  const base: KindRule = { enabled, thresholds: thresholds[scope.allowanceClass], ladder };
  return rules.overrides
    .filter((override) => concerns(override, kind, scope))
    .toSorted((a, b) => precision(a) - precision(b))
    .reduce<KindRule>(
      (rule, { enabled, thresholds, ladder }) => ({
        enabled: enabled ?? rule.enabled,
        thresholds: thresholds ?? rule.thresholds,
        ladder: ladder ?? rule.ladder,
      }),
      base,
    );
}
