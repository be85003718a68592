export type {
  Allowance,
  AllowanceKind,
  CountingMode,
  Limits,
  SupplementPolicy,
  Variant,
} from './allowance.ts';
export type { ClockHistory, ClockRules, FixedDue, Pause, PauseCause } from './history.ts';
export type { DueOutcome, DueRule, LimitName } from './due.ts';
