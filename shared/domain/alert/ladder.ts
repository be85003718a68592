import {
  MINUTE_MS,
  addWorking,
  instant,
  millis,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import { addresseesOf } from './addressee.ts';
import type { RaisedAlert } from './alert.ts';
import { KIND_FACTS } from './kind.ts';
import type { People, Setting } from './people.ts';
import type { Place } from './place.ts';
import { recipientKey, type Addressee } from './recipient.ts';
import type { Rung } from './rule.ts';
import type { Signal } from './signal.ts';

/** Somebody told of a signal, at a moment. */
export interface Telling {
  readonly signal: Signal;
  readonly addressee: Addressee;
  readonly at: Instant;
}

/** What climbing needs to know beside the signal. */
export interface Climb extends Place {
  readonly people: People;
  readonly calendar: WorkingCalendar;
  readonly raised: readonly RaisedAlert[];
}

function acknowledgedAt(signal: Signal, raised: readonly RaisedAlert[]): Instant | null {
  const moments = raised
    .filter(
      ({ key }) =>
        key.kind === signal.kind &&
        key.threshold === signal.threshold &&
        key.revision === signal.revision,
    )
    .flatMap((alert) => alert.acknowledgedAt ?? []);
  return moments.length === 0 ? null : instant(Math.min(...moments));
}

const rungMoment = (signal: Signal, rung: Rung, calendar: WorkingCalendar): Instant =>
  rung.afterMinutes === 0
    ? signal.at
    : addWorking(calendar, signal.at, millis(rung.afterMinutes * MINUTE_MS));

/** The rungs that are climbed if nothing changes, each with its moment. */
function climbedRungs(signal: Signal, climb: Climb): { rung: Rung; at: Instant }[] {
  const acknowledged = acknowledgedAt(signal, climb.raised);
  return signal.ladder
    .map((rung) => ({ rung, at: rungMoment(signal, rung, climb.calendar) }))
    .filter(({ rung, at }, index) => {
      const answered = rung.afterMinutes > 0 && acknowledged !== null && acknowledged < at;
      const stale = index > 0 && climb.staleFrom !== null && at > climb.staleFrom;
      return !answered && !stale;
    });
}

/**
 * What was passed before the present holder took over, or during a pause that silenced it, is told from the
 * moment of the hand-over or the resumption.
 */
function toldAt(signal: Signal, at: Instant, { heldSince, resumedAt }: Climb): Instant {
  const resumed = KIND_FACTS[signal.kind].silentWhilePaused ? resumedAt : null;
  return instant(Math.max(at, heldSince ?? at, resumed ?? at));
}

function tellingsOfRung(signal: Signal, rung: Rung, at: Instant, climb: Climb): Telling[] {
  const setting: Setting = {
    people: climb.people,
    departmentCode: climb.departmentCode,
    at: toldAt(signal, at, climb),
  };
  return addresseesOf(rung.target, climb.responsible, setting)
    .filter(({ recipient }) => recipient.kind === 'desk' || recipient.userId !== signal.by)
    .map((addressee) => ({ signal, addressee, at: setting.at }));
}

/**
 * Everybody who is told of a signal if nothing changes: once each, by the lowest rung that reaches them.
 * @example tellingsOf(overdue, climb) // holder and head at the due moment, director two working hours later
 */
export function tellingsOf(signal: Signal, climb: Climb): Telling[] {
  const told = new Map<string, Telling>();
  for (const { rung, at } of climbedRungs(signal, climb)) {
    for (const telling of tellingsOfRung(signal, rung, at, climb)) {
      const whom = recipientKey(telling.addressee.recipient);
      if (!told.has(whom)) told.set(whom, telling);
    }
  }
  return [...told.values()];
}
