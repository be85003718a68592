import type { StateName } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import { addWorking, instant, millis, type WorkingCalendar } from '../working-time/index.ts';
import { MESSAGE_FACTS, isStillSo, type MessageKind } from './message-kind.ts';

/** How a citizen is reached; `call` is an officer with a telephone. */
export type MessageWay = 'gateway' | 'email';

/** What the applicant said about being told: the latest word counts. */
export interface Consent {
  readonly isGiven: boolean;
  /** Said no later on another dossier of the same person: then nobody tells them anything. */
  readonly refusedSince: boolean;
}

/** A message at the moment it is to leave, and all that decides what becomes of it. */
export interface Telling {
  readonly kind: MessageKind;
  readonly state: StateName;
  readonly dueAt: Instant | null;
  /** Whether a newer message of the kind is there: that one says it. */
  readonly isOutdated: boolean;
  readonly consent: Consent | null;
  readonly isImported: boolean;
  readonly hasPhone: boolean;
  readonly hasEmail: boolean;
}

/** What the unit has set up. */
export interface TellingOffice {
  readonly kinds: readonly MessageKind[];
  /** Whether people of imported dossiers are told without having said so: the unit answers for it. */
  readonly importedToo: boolean;
  readonly ways: readonly MessageWay[];
}

export type Course =
  | { readonly course: 'send'; readonly way: MessageWay }
  | { readonly course: 'call' }
  | { readonly course: 'drop'; readonly why: 'not-so' | 'not-wanted' | 'no-way' };

const drop = (why: Extract<Course, { course: 'drop' }>['why']): Course => ({ course: 'drop', why });

const isWanted = (telling: Telling, { importedToo }: TellingOffice): boolean =>
  telling.consent === null
    ? telling.isImported && importedToo
    : telling.consent.isGiven && !telling.consent.refusedSince;

const isSo = ({ kind, state, dueAt, isOutdated }: Telling): boolean =>
  !isOutdated && isStillSo(kind, { state }) && (dueAt !== null || !MESSAGE_FACTS[kind].needsDue);

const wayOf = ({ hasPhone, hasEmail }: Telling, { ways }: TellingOffice): MessageWay | undefined =>
  ways.find((way) => (way === 'gateway' ? hasPhone : hasEmail));

/** Whether somebody is to ring up: only about what asks something of the citizen, and only with a number. */
export const isToBeCalled = ({ kind, hasPhone }: Pick<Telling, 'kind' | 'hasPhone'>): boolean =>
  hasPhone && MESSAGE_FACTS[kind].isCalledAbout;

/** What becomes of a message now. Asked at the moment of sending, so that nobody gets what is no longer so. */
export const courseOf = (telling: Telling, office: TellingOffice): Course => {
  if (!office.kinds.includes(telling.kind) || !isWanted(telling, office)) return drop('not-wanted');
  if (!isSo(telling)) return drop('not-so');
  const way = wayOf(telling, office);
  if (way !== undefined) return { course: 'send', way };
  return isToBeCalled(telling) ? { course: 'call' } : drop('no-way');
};

/** The moment itself within working hours, otherwise the next opening: nobody is woken by the office. */
export const tellAt = (calendar: WorkingCalendar, at: Instant): Instant =>
  instant(addWorking(calendar, at, millis(1)) - 1);
