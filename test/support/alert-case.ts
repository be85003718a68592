import {
  DEFAULT_ALERT_RULES,
  signalsDue,
  type Absence,
  type Alert,
  type AlertDifference,
  type AlertKey,
  type AlertRules,
  type Colleague,
  type DossierSubject,
  type Look,
  type Mark,
  type People,
  type PromiseClock,
  type RaisedAlert,
  type RuleOverride,
  type StepClock,
  type Subject,
  alertKeyText,
  recipientKey,
} from '#domain/alert';
import type { Allowance } from '#domain/deadline';
import type { DossierId, Role, UserId } from '#domain/dossier';
import { millis, type WorkingCalendar } from '#domain/working-time';
import { at, local } from './moment.ts';
import { NATIONAL_CALENDAR } from './office.ts';

const user = (name: string): UserId => name as UserId;

/** The people of the sample commune: an officer, her head, the director, the vice-chairman. */
export const hoa = user('hoa');
export const binh = user('binh');
export const head = user('head');
export const director = user('director');
export const viceChair = user('viceChair');

export const colleague = (userId: UserId, role: Role, ...departments: string[]): Colleague => ({
  userId,
  roles: [role],
  departments,
});

export const EVERYBODY: readonly Colleague[] = [
  colleague(hoa, 'processing', 'tu-phap'),
  colleague(binh, 'processing', 'tu-phap'),
  colleague(head, 'head', 'tu-phap'),
  colleague(director, 'director'),
  colleague(viceChair, 'viceChair'),
];

export const away = (userId: UserId, from: string, to: string, substitute?: UserId): Absence => ({
  userId,
  from: at(from),
  to: at(to),
  substituteId: substitute ?? null,
});

export const mark = (when: string, version = 1, by: UserId | null = null): Mark => ({
  at: at(when),
  version,
  by,
});

const FIVE_DAYS: Allowance = { kind: 'workingDays', amount: 5 };

/** A clock from receipt to due moment, in force since the receipt unless said otherwise. */
export const aClock = (
  startedAt: string,
  dueAt: string,
  changes: Partial<PromiseClock> = {},
): PromiseClock => ({
  startedAt: at(startedAt),
  dueAt: at(dueAt),
  pausedFor: millis(0),
  since: mark(startedAt),
  allowance: FIVE_DAYS,
  extended: false,
  ...changes,
});

export const aStep = (startedAt: string, dueAt: string, hours: number, version = 2): StepClock => ({
  startedAt: at(startedAt),
  dueAt: at(dueAt),
  pausedFor: millis(0),
  since: mark(startedAt, version),
  allowance: { kind: 'workingHours', amount: hours },
});

/** A dossier of five working days on Hoa's table, received Monday 02/03/2026 at 8, due Monday 09/03 at 17. */
export const aDossier = (changes: Partial<DossierSubject> = {}): DossierSubject => ({
  kind: 'dossier',
  id: 'dossier-1' as DossierId,
  state: 'processing',
  procedureCode: '1.004884',
  onTheSpot: false,
  holding: { userId: hoa, departmentCode: 'tu-phap', since: mark('2026-03-02 08:00') },
  deskRole: 'processing',
  submitted: null,
  received: mark('2026-03-02 08:00'),
  clock: aClock('2026-03-02 08:00', '2026-03-09 17:00'),
  paused: false,
  resumedAt: null,
  step: null,
  supplementProposed: null,
  supplementRespond: null,
  supplementArrived: null,
  resultReady: null,
  finishedLate: false,
  apologised: false,
  duties: [],
  source: null,
  ...changes,
});

/** A same-day dossier at the counter, received in the morning. */
export const aSameDayDossier = (changes: Partial<DossierSubject> = {}): DossierSubject =>
  aDossier({
    procedureCode: '2.000815',
    deskRole: 'reception',
    holding: { userId: hoa, departmentCode: 'mot-cua', since: mark('2026-03-02 08:00') },
    clock: aClock('2026-03-02 08:00', '2026-03-02 17:00', {
      allowance: { kind: 'sameDay', cutoff: '15:00' },
    }),
    ...changes,
  });

/** Only the kinds named; the others are tested elsewhere. */
export const rulesOf = (...kinds: readonly string[]): AlertRules => ({
  ...DEFAULT_ALERT_RULES,
  overrides: (Object.keys(DEFAULT_ALERT_RULES.kinds) as RuleOverride['kind'][])
    .filter((kind) => !kinds.includes(kind))
    .map((kind) => ({ kind, enabled: false })),
});

const written = (alert: Alert): string =>
  `${local(alert.raisedAt) ?? ''} ${alert.key.kind} ${alert.key.threshold} → ${recipientKey(alert.key.recipient)}`;

/** What is on record after a look: rows are only ever added, opened and closed. */
export function recordOf(
  before: readonly RaisedAlert[],
  { raise, close, reopen }: AlertDifference,
): readonly RaisedAlert[] {
  const texts = (keys: readonly AlertKey[]): ReadonlySet<string> => new Set(keys.map(alertKeyText));
  const closed = texts(close.map(({ key }) => key));
  const opened = texts(reopen);
  const status = (row: RaisedAlert): RaisedAlert['status'] => {
    if (closed.has(alertKeyText(row.key))) return 'closed';
    return opened.has(alertKeyText(row.key)) ? 'open' : row.status;
  };
  const kept = before.map((row) => ({ ...row, status: status(row) }));
  const fresh = raise.map((alert): RaisedAlert => ({
    key: alert.key,
    status: alert.status === 'open' ? 'open' : 'closed',
    acknowledgedAt: null,
    snoozedUntil: null,
  }));
  return [...kept, ...fresh];
}

/** A subject looked at again and again, as the sweep does; every statement reads like the alert list. */
export class Watch {
  #look: Omit<Look, 'now'>;
  #last: AlertDifference = { raise: [], close: [], reopen: [], nextLookAt: null };

  constructor(subject: Subject, changes: Partial<Omit<Look, 'now' | 'subject'>> = {}) {
    this.#look = {
      subject,
      rules: DEFAULT_ALERT_RULES,
      calendar: NATIONAL_CALENDAR,
      people: { colleagues: EVERYBODY, absences: [] },
      raised: [],
      ...changes,
    };
  }

  lookAt(now: string): this {
    this.#last = signalsDue({ ...this.#look, now: at(now) });
    this.#look = { ...this.#look, raised: recordOf(this.#look.raised, this.#last) };
    return this;
  }

  /** The dossier is another from now on: somebody acted, or data came in. */
  becomes(subject: Subject): this {
    this.#look = { ...this.#look, subject };
    return this;
  }

  /** The unit's rules are others from now on. */
  under(rules: AlertRules): this {
    this.#look = { ...this.#look, rules };
    return this;
  }

  /** Somebody acknowledged or snoozed every alert on record of a kind. */
  person(kind: string, did: Partial<Omit<RaisedAlert, 'key'>>): this {
    const raised = this.#look.raised.map((row) =>
      row.key.kind === kind ? { ...row, ...did } : row,
    );
    this.#look = { ...this.#look, raised };
    return this;
  }

  /** `2026-03-09 17:00 dossier.overdue moment → user:hoa`, in order. */
  raised(): readonly string[] {
    return this.#last.raise.map(written).toSorted();
  }

  rows(): readonly Alert[] {
    return this.#last.raise;
  }

  closed(): readonly string[] {
    return this.#last.close.map(
      ({ key, because }) =>
        `${key.kind} ${key.threshold} → ${recipientKey(key.recipient)}: ${because}`,
    );
  }

  reopened(): readonly string[] {
    return this.#last.reopen.map((key) => `${key.kind} ${key.threshold}`);
  }

  next(): string | null {
    return local(this.#last.nextLookAt);
  }

  /** Alerts a person would find open. */
  open(): readonly string[] {
    return this.#look.raised
      .filter(({ status }) => status === 'open')
      .map(({ key }) => `${key.kind} ${key.threshold} → ${recipientKey(key.recipient)}`)
      .toSorted();
  }
}

export const watch = (
  subject: Subject,
  changes: {
    readonly rules?: AlertRules;
    readonly people?: People;
    readonly calendar?: WorkingCalendar;
  } = {},
): Watch => new Watch(subject, changes);

export const withPeople = (
  colleagues: readonly Colleague[],
  ...absences: readonly Absence[]
): { readonly people: People } => ({ people: { colleagues, absences } });
