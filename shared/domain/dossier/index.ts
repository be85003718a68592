export type { Actor, DossierId, Machine, Officer, Role, UserId } from './actor.ts';
export {
  ALLOWED_COMMANDS,
  ALWAYS_ALLOWED,
  OPEN_STATES,
  allowedIn,
  isOpen,
  isPaused,
} from './allowed-commands.ts';
export { asWhoeverMay } from './as-whoever-may.ts';
export { everMay, mayHere } from './authority.ts';
export { clockHistoryOf } from './clock-history.ts';
export type { Command, CommandBodies, CommandOf, CommandType } from './command.ts';
export { mayApprove, type AwaitedApproval } from './decide/approval.ts';
export { componentsIn, componentsText, type Component, type ComponentKind } from './component.ts';
export { decide, type Decision } from './decide/decide.ts';
export { currentStep } from './decide/steps.ts';
export { clockRulesOf, dueAfter, sameDue } from './due-after.ts';
export { effectiveEvents } from './effective.ts';
export type {
  DifficultyKind,
  DossierEvent,
  EventOf,
  EventPayloads,
  EventTexts,
  EventType,
  OfficeEvent,
  OfficeEventType,
  PaymentMethod,
} from './event.ts';
export { changesClock, isMove } from './event-kinds.ts';
export { evolve, foldEffective, replay } from './evolve.ts';
export type {
  Authority,
  Channel,
  Intake,
  OnlineLevel,
  OutOfArea,
  ProcedureSnapshot,
  SourceRecord,
} from './intake.ts';
export { firstUnlawful } from './lawful.ts';
export { MOVING, staysAfter, type Move } from './moves.ts';
export { NATIONAL_STATUS } from './national-status.ts';
export {
  DEFAULT_UNIT_RULES,
  type ApprovalLevel,
  type ApprovedForm,
  type Office,
  type OnTheSpotEvent,
  type ProcedureRules,
  type Step,
  type UnitRules,
} from './office.ts';
export { DOSSIER_REFUSALS, type DossierRefusal } from './refusal-code.ts';
export { ROLE_ACTS, reachOf, type Reach } from './role-acts.ts';
export { becomesPrimary, displayedCode } from './source.ts';
export { formOccasions, type DossierForm, type FormOccasion } from './form-occasions.ts';
export type { Span } from './span.ts';
export { spansOf } from './spans.ts';
export type { DossierState, Holder, OpenPause, Outcome, StateName, StepStay } from './state.ts';
export { currentStay } from './stays.ts';
export { stepsBegunAt } from './steps-begun.ts';
export { reconcile, type Difference, type Reconciled } from './told/reconcile.ts';
export { mayFollowFinish, isFinish } from './told/match.ts';
export { takeBack } from './told/take-back.ts';
export { mayOpen, stateTold, tellFirst } from './told/tell.ts';
export type { Teller, Telling, ToldHistory } from './told/telling.ts';
