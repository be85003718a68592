export type {
  Allowance,
  AllowanceKind,
  CountingMode,
  Limits,
  SupplementPolicy,
  TimeOfDayText,
  Variant,
} from './allowance.ts';
export type { ClockHistory, ClockRules, FixedDue, Pause, PauseCause, ToldDue } from './history.ts';
export type { DueOutcome, DueRule, LimitName } from './due.ts';
export { checkAllowance, type AllowanceRefusal } from './check-allowance.ts';
export { checkPauses, type PauseRefusal } from './check-pauses.ts';
export { computeDue, provisionalDue } from './compute-due.ts';
export {
  previewDue,
  type DuePreview,
  type DueQuestion,
  type PreviewRefusal,
} from './preview-due.ts';
export { explainDue, type ExplainedDay, type ExplainedKind } from './explain-due.ts';
export { measureClock, type ClockReading } from './measure-clock.ts';
export { overdueBefore, standingOf, type DueWatch, type Standing } from './standing.ts';
export { DEFAULT_OUTCOME_RULES, outcomeOf, type DueResult, type OutcomeRules } from './outcome.ts';
export {
  lateSteps,
  stepClocks,
  unstoppedStepClocks,
  stepDueAt,
  type DossierClock,
  type StepAllowance,
  type StepClock,
  type StepPlan,
  type StepVisit,
} from './step-clock.ts';
