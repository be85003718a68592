export { alertKeyText } from './alert.ts';
export type { Alert, AlertKey, Bundle, Hush, RaisedAlert } from './alert.ts';
export { allowanceClassOf, type AllowanceClass } from './allowance-class.ts';
export type { AlertOffice } from './alert-office.ts';
export { dossierSubject, type Besides } from './dossier-subject.ts';
export { checkRules, type RuleRefusal } from './check-rules.ts';
export { DUTY_KINDS } from './duties.ts';
export { fromMark } from './countdown.ts';
export type { Countdown, Mark, PromiseClock, StepClock } from './countdown.ts';
export { DEFAULT_ALERT_RULES } from './default-rules.ts';
export { DEFAULT_DELIVERY, MOST_OLD, deliverAt, nextDigestAt, planDeliveries } from './delivery.ts';
export type { Delivery, DeliveryPreferences, Outbox, PushedOn } from './delivery.ts';
export { KIND_FACTS, SEVERITY_RANK } from './kind.ts';
export type { AlertKind, DossierAlertKind, Matter, Severity, UnitAlertKind } from './kind.ts';
export { firstNearAt } from './near.ts';
export { nearFromOf, promiseOf } from './promise-of.ts';
export { findActing, type Absence, type Colleague, type People } from './people.ts';
export { recipientKey } from './recipient.ts';
export type { Level, ReasonCode, Recipient } from './recipient.ts';
export { ruleFor } from './rule.ts';
export type { AlertRules, KindDefaults, KindRule, RuleOverride, Rung, RungTarget } from './rule.ts';
export { nextTelling, signalsDue } from './signals-due.ts';
export type { AlertDifference, Look, NextTelling, SignalName } from './signals-due.ts';
export type {
  CalendarSubject,
  DossierSubject,
  Duty,
  FailureSubject,
  FeedbackSubject,
  Holding,
  ReportSubject,
  SourceSubject,
  SourceView,
  Subject,
  UnitSubject,
} from './subject.ts';
export { thresholdKey, type Threshold, type ThresholdKey } from './threshold.ts';
export { staleFrom } from './unit-causes.ts';
export { voiceOpensAt } from './voice.ts';
