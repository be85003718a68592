import {
  dayOf,
  isWorkingDay,
  nextWorkingDay,
  type Day,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import type { Alert, Bundle } from './alert.ts';
import { clockTime } from './clock-time.ts';
import { SEVERITY_RANK } from './kind.ts';
import { recipientKey } from './recipient.ts';
import { nextWorkingMoment } from './working-moment.ts';

/** How somebody wants to be reached. Rows are recorded at their moment whatever stands here. */
export interface DeliveryPreferences {
  /** Whether what has climbed to a director or vice-chairman may disturb outside working hours. */
  readonly leadersAtAnyHour: boolean;
  /** Separate pushes per person and day; what is beyond goes into the digest. */
  readonly dailyCap: number;
  /** `HH:MM`, on working days. */
  readonly digestAt: readonly string[];
}

export const DEFAULT_DELIVERY: DeliveryPreferences = {
  leadersAtAnyHour: false,
  dailyCap: 15,
  digestAt: ['07:30', '16:00'],
};

export type Delivery =
  | { readonly by: 'push'; readonly at: Instant }
  | { readonly by: 'bundle'; readonly at: Instant; readonly bundle: Bundle }
  | { readonly by: 'digest'; readonly at: Instant }
  | { readonly by: 'nothing' };

const digestOn = (day: Day, at: Instant, { digestAt }: DeliveryPreferences): Instant | undefined =>
  digestAt
    .map((text) => clockTime(day, text))
    .filter((moment) => moment >= at)
    .toSorted((one, other) => one - other)[0];

/**
 * The next digest at or after a moment, always on a working day; null for somebody who wants none.
 * @example nextDigestAt(Friday 16:30, calendar, DEFAULT_DELIVERY) // Monday 07:30
 */
export function nextDigestAt(
  at: Instant,
  calendar: WorkingCalendar,
  preferences: DeliveryPreferences,
): Instant | null {
  const today = dayOf(at);
  const sameDay = isWorkingDay(calendar, today) ? digestOn(today, at, preferences) : undefined;
  return sameDay ?? digestOn(nextWorkingDay(calendar, today), at, preferences) ?? null;
}

function inDigest(at: Instant, calendar: WorkingCalendar, wish: DeliveryPreferences): Delivery {
  const digest = nextDigestAt(at, calendar, wish);
  return digest === null ? { by: 'nothing' } : { by: 'digest', at: digest };
}

const isLeaders = ({ level }: Alert): boolean => level === 'director' || level === 'viceChair';

/**
 * How and when an alert recorded at `now` is told: at once inside working hours, otherwise when the office
 * opens; with its desk's line; in the digest; or not at all, where something graver is told instead.
 * @example deliverAt(overdueAt17h, calendar, DEFAULT_DELIVERY, Friday 17:00) // push, Monday 07:30
 */
export function deliverAt(
  alert: Alert,
  calendar: WorkingCalendar,
  preferences: DeliveryPreferences,
  now: Instant,
): Delivery {
  const { bundle } = alert;
  if (alert.status === 'superseded' || alert.hush === 'missedWhileDown') return { by: 'nothing' };
  if (alert.hush === 'beforeImport') return inDigest(now, calendar, preferences);
  if (bundle !== null && bundle.at >= now) return { by: 'bundle', at: bundle.at, bundle };
  const anyHour = preferences.leadersAtAnyHour && isLeaders(alert);
  return { by: 'push', at: anyHour ? now : nextWorkingMoment(calendar, now) };
}

/** Pushes that somebody has had, or has coming, on a day. */
export type PushedOn = ReadonlyMap<Day, number>;

/** As many old alerts as one digest tells one by one: a list may bring thousands of them, and all are listed. */
export const MOST_OLD = 50;

interface Planned {
  readonly alert: Alert;
  readonly delivery: Delivery;
}

/** Whether a push still fits under the cap of its day; counts it if so. */
function fits(delivery: Delivery, counts: Map<string, number>, whom: string, cap: number): boolean {
  if (delivery.by !== 'push') return true;
  const slot = `${whom}@${String(dayOf(delivery.at))}`;
  const before = counts.get(slot) ?? 0;
  if (before >= cap) return false;
  counts.set(slot, before + 1);
  return true;
}

/** Whether an alert that is not old, or still has a place among those of its digest; counts it if so. */
function hasPlace({ alert, delivery }: Planned, old: Map<string, number>): boolean {
  if (alert.hush !== 'beforeImport' || delivery.by !== 'digest') return true;
  const whom = recipientKey(alert.key.recipient);
  const before = old.get(whom) ?? 0;
  if (before >= MOST_OLD) return false;
  old.set(whom, before + 1);
  return true;
}

const startingCounts = (pushed: ReadonlyMap<string, PushedOn>): Map<string, number> =>
  new Map(
    [...pushed].flatMap(([whom, days]) =>
      [...days].map(([day, count]): [string, number] => [`${whom}@${String(day)}`, count]),
    ),
  );

/** What a look has to hand over to the channels. */
export interface Outbox {
  readonly alerts: readonly Alert[];
  readonly now: Instant;
  /** By recipient (`recipientKey`): what has been pushed already. */
  readonly pushed: ReadonlyMap<string, PushedOn>;
  /** By recipient: how many old alerts wait for a digest already. */
  readonly old: ReadonlyMap<string, number>;
}

/**
 * The deliveries of several alerts under the daily cap of each person: the gravest are pushed, the rest wait
 * for the digest. A desk's line never counts against the cap. Of what was old before it was brought in the digest
 * tells the gravest only.
 * @example planDeliveries({ alerts: twentyNear, now, pushed }, calendar, DEFAULT_DELIVERY) // 15 pushes, 5 digest
 */
export function planDeliveries(
  outbox: Outbox,
  calendar: WorkingCalendar,
  preferences: DeliveryPreferences,
): readonly Planned[] {
  const counts = startingCounts(outbox.pushed);
  const old = new Map(outbox.old);
  return outbox.alerts
    .toSorted((a, b) => SEVERITY_RANK[b.severity] - SEVERITY_RANK[a.severity])
    .map((alert) => {
      const delivery = deliverAt(alert, calendar, preferences, outbox.now);
      const whom = recipientKey(alert.key.recipient);
      const planned = fits(delivery, counts, whom, preferences.dailyCap)
        ? { alert, delivery }
        : { alert, delivery: inDigest(outbox.now, calendar, preferences) };
      return hasPlace(planned, old) ? planned : { alert, delivery: { by: 'nothing' } };
    });
}
