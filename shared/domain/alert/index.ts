export { alertKeyText } from './alert.ts';
export type { Alert, AlertKey, Bundle, Hush, RaisedAlert } from './alert.ts';
export { allowanceClassOf, type AllowanceClass } from './allowance-class.ts';
export { checkRules, type RuleRefusal } from './check-rules.ts';
export { fromMark } from './countdown.ts';
export type { Countdown, Mark, PromiseClock, StepClock } from './countdown.ts';
export { DEFAULT_ALERT_RULES } from './default-rules.ts';
export { DEFAULT_DELIVERY, deliverAt, nextDigestAt, planDeliveries } from './delivery.ts';
export type { Delivery, DeliveryPreferences, Outbox, PushedOn } from './delivery.ts';
export { KIND_FACTS } from './kind.ts';
export type { AlertKind, DossierAlertKind, Matter, Severity, UnitAlertKind } from './kind.ts';
export { firstNearAt } from './near.ts';
export type { Absence, Colleague, People } from './people.ts';
export { recipientKey } from './recipient.ts';
export type { Level, ReasonCode, Recipient } from './recipient.ts';
export type { AlertRules, KindDefaults, KindRule, RuleOverride, Rung, RungTarget } from './rule.ts';
export { signalsDue, type AlertDifference, type Look } from './signals-due.ts';
export type {
  CalendarSubject,
  DossierSubject,
  Duty,
  FailureSubject,
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
