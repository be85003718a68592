import { instant, type Instant, type WorkingCalendar } from '../working-time/index.ts';
import { alertKeyText, type Alert, type AlertKey, type Hush, type RaisedAlert } from './alert.ts';
import { bundleOf } from './bundle.ts';
import { causesOfDossier } from './dossier-causes.ts';
import { isOldDuty } from './duties.ts';
import { KIND_FACTS } from './kind.ts';
import { tellingsOf, type Climb, type Telling } from './ladder.ts';
import type { People } from './people.ts';
import { placeOf } from './place.ts';
import { missedAmong, supersededAmong } from './precedence.ts';
import type { AlertRules } from './rule.ts';
import { signalsOf } from './signal.ts';
import type { Subject } from './subject.ts';
import { causesOfUnit } from './unit-causes.ts';

/** One look at one subject. */
export interface Look {
  readonly subject: Subject;
  readonly rules: AlertRules;
  readonly calendar: WorkingCalendar;
  readonly people: People;
  readonly raised: readonly RaisedAlert[];
  readonly now: Instant;
}

/** How the alerts on record differ from those that must be. */
export interface AlertDifference {
  readonly raise: readonly Alert[];
  /** The cause is gone, or something graver has taken its place. */
  readonly close: readonly {
    readonly key: AlertKey;
    readonly because: 'resolved' | 'superseded';
  }[];
  /** The snooze is over, or the cause has come back: the dossier was resumed, or given back. */
  readonly reopen: readonly AlertKey[];
  /** The next moment at which the answer can change by time alone; null: nothing to wait for. */
  readonly nextLookAt: Instant | null;
}

/** Everybody who is told anything about the subject, ever, if nothing but time changes. */
function tellingsOfSubject(look: Look): Telling[] {
  const { subject, rules, calendar, people, raised } = look;
  const climb: Climb = { people, calendar, raised, ...placeOf(subject, rules, calendar) };
  const causes =
    subject.kind === 'dossier'
      ? causesOfDossier(subject, calendar)
      : causesOfUnit(subject, rules, calendar);
  return causes
    .flatMap((cause) =>
      signalsOf(cause, rules, calendar).filter(
        ({ passedAt }) => !isOldDuty(cause, passedAt, sourceOf(subject)),
      ),
    )
    .flatMap((signal) => tellingsOf(signal, climb));
}

const keyOf = ({ signal, addressee }: Telling, subject: Subject): AlertKey => ({
  subjectKind: subject.kind,
  subjectId: subject.id,
  kind: signal.kind,
  threshold: signal.threshold,
  revision: signal.revision,
  recipient: addressee.recipient,
});

const sourceOf = (subject: Subject) => (subject.kind === 'dossier' ? subject.source : null);

function hushOf({ signal }: Telling, missed: boolean, subject: Subject): Hush | null {
  const source = sourceOf(subject);
  if (source !== null && signal.passedAt < source.firstImportedAt) return 'beforeImport';
  return missed ? 'missedWhileDown' : null;
}

interface Found {
  readonly telling: Telling;
  readonly key: AlertKey;
  readonly text: string;
  readonly superseded: boolean;
}

function alertOf(found: Found, missed: boolean, look: Look): Alert {
  const { telling, key, superseded } = found;
  const { signal, addressee, at } = telling;
  const { level, reason, standsInFor } = addressee;
  return {
    key,
    severity: KIND_FACTS[signal.kind].severity,
    level,
    reason,
    standsInFor,
    raisedAt: at,
    dueAt: signal.dueAt,
    asOf: sourceOf(look.subject)?.asOf ?? null,
    status: superseded ? 'superseded' : 'open',
    hush: hushOf(telling, missed, look.subject),
    bundle: bundleOf(signal, look.subject, look.rules, look.calendar),
  };
}

function raise(found: readonly Found[], look: Look): Alert[] {
  const onRecord = new Set(look.raised.map(({ key }) => alertKeyText(key)));
  const fresh = found.filter(({ text }) => !onRecord.has(text));
  const missed = missedAmong(fresh.map(({ telling }) => telling));
  return fresh.map((each) => alertOf(each, missed.has(each.telling), look));
}

function close(found: readonly Found[], raised: readonly RaisedAlert[]): AlertDifference['close'] {
  const byText = new Map(found.map((each) => [each.text, each]));
  return raised.flatMap(({ key, status }) => {
    const still = byText.get(alertKeyText(key));
    if (status === 'closed' || still?.superseded === false) return [];
    return { key, because: still === undefined ? 'resolved' : 'superseded' };
  });
}

const maySpeakAgain = ({ status, snoozedUntil }: RaisedAlert, now: Instant): boolean =>
  status === 'closed' || (status === 'snoozed' && snoozedUntil !== null && snoozedUntil <= now);

function reopen(found: readonly Found[], { raised, now }: Look): AlertKey[] {
  const standing = new Set(found.filter((each) => !each.superseded).map(({ text }) => text));
  return raised
    .filter((alert) => maySpeakAgain(alert, now) && standing.has(alertKeyText(alert.key)))
    .map(({ key }) => key);
}

function earliestAfter(now: Instant, moments: readonly Instant[]): Instant | null {
  const later = moments.filter((at) => at > now);
  return later.length === 0
    ? null
    : instant(later.reduce((one, other) => Math.min(one, other), Infinity));
}

const snoozes = (raised: readonly RaisedAlert[]): Instant[] =>
  raised.flatMap(({ status, snoozedUntil }) =>
    status === 'snoozed' && snoozedUntil !== null ? snoozedUntil : [],
  );

/**
 * The alerts that must exist now and do not, those whose cause is gone, and when to look again. A difference,
 * not a timer: looking every minute, at random, or once and late leaves the same rows behind (ADR 0040).
 * @example signalsDue({ subject: overdueSince17h, rules, calendar, people, raised: [], now }).raise
 * // holder and head, raisedAt 17:00
 */
export function signalsDue(look: Look): AlertDifference {
  const { now, raised, subject } = look;
  const tellings = tellingsOfSubject(look);
  const due = tellings.filter(({ at }) => at <= now);
  const superseded = supersededAmong(due);
  const found = due.map((telling): Found => {
    const key = keyOf(telling, subject);
    return { telling, key, text: alertKeyText(key), superseded: superseded.has(telling) };
  });
  return {
    raise: raise(found, look),
    close: close(found, raised),
    reopen: reopen(found, look),
    nextLookAt: earliestAfter(now, [...tellings.map(({ at }) => at), ...snoozes(raised)]),
  };
}

/** Which signal of a subject is meant: all its alerts, whoever was told. */
export type SignalName = Pick<AlertKey, 'kind' | 'threshold' | 'revision'>;

/** Whom a signal reaches next if nobody acknowledges it. */
export type NextTelling = Pick<Telling['addressee'], 'level' | 'recipient'> & {
  readonly at: Instant;
};

/**
 * The next rung that a signal climbs if nothing but time changes; null where its ladder has ended.
 * @example nextTelling(look, { kind: 'dossier.overdue', threshold: 'moment', revision: 1 })
 * // { level: 'director', at: two working hours after the due moment, … }
 */
export function nextTelling(
  look: Look,
  { kind, threshold, revision }: SignalName,
): NextTelling | null {
  const [next] = tellingsOfSubject(look)
    .filter(
      ({ signal, addressee, at }) =>
        signal.kind === kind &&
        signal.threshold === threshold &&
        signal.revision === revision &&
        addressee.level !== 'officer' &&
        at > look.now,
    )
    .toSorted((one, other) => one.at - other.at);
  if (next === undefined) return null;
  const { level, recipient } = next.addressee;
  return { level, recipient, at: next.at };
}
