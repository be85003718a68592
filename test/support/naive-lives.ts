import type { DossierEvent } from '#domain/dossier';
import { HOUR_MS, type Instant } from '#domain/working-time';
import type { ReportedStay } from '#domain/report';

/**
 * The reports by steps and *Cần xem lại* as somebody would make them with a pencil, event by event and day by day.
 * Nothing here is taken from the law it is held against.
 */
interface NaiveDays {
  readonly start: number;
  readonly end: number;
}

/** What an amendment speaks of; other payloads have nothing of it. */
interface Amendment {
  readonly version: number;
  readonly changes?: { readonly occurredAt?: Instant };
}

/** What an amendment leaves of a history: its own words, in the order things happened. */
function naiveEvents(history: readonly DossierEvent[]): readonly DossierEvent[] {
  const kept = new Map<number, DossierEvent>();
  for (const event of history) {
    const { version, changes } = event.payload as Amendment;
    const meant = kept.get(version);
    if (event.type === 'voided') kept.delete(version);
    else if (event.type !== 'corrected') kept.set(event.version, event);
    else if (meant !== undefined && changes?.occurredAt !== undefined) {
      kept.set(meant.version, { ...meant, occurredAt: changes.occurredAt });
    }
  }
  return [...kept.values()].sort(
    (one, other) => one.occurredAt - other.occurredAt || one.version - other.version,
  );
}

const within = (at: number, { start, end }: NaiveDays): boolean => at >= start && at < end;

type WorkedBetween = (from: Instant, to: Instant) => number;

/** The rows of *Cần xem lại* in which a dossier stands, if the form counts it at all. */
export function naiveReview(
  history: readonly DossierEvent[],
  days: NaiveDays,
  workedBetween: WorkedBetween,
): ReadonlySet<string> {
  const rows = new Set<string>();
  let due: Instant | null = null;
  let isReceived = false;
  let asked = 0;
  for (const event of naiveEvents(history)) {
    const { type, occurredAt: at } = event;
    if (within(at, days)) {
      if (type === 'held') rows.add('held');
      if ((type === 'refused' || type === 'stopped') && due !== null && at > due) {
        rows.add('refusedAfterDue');
      }
      if (type === 'supplementRequested' && due !== null) {
        if (at > due) rows.add('supplementAfterDue');
        else if (workedBetween(at, due) <= 2 * HOUR_MS) rows.add('supplementAtLast');
      }
    }
    if (type === 'received') isReceived = true;
    if (type === 'supplementRequested' && isReceived) {
      asked += 1;
      if (asked >= 2 && within(at, days)) rows.add('manySupplements');
    }
    if (event.due !== undefined) due = event.due.dueAt;
  }
  return rows;
}

const minute = (at: number): number => Math.floor(at / 60_000);

/** In which of the three columns a stay puts its dossier; none where it was over before, or begins later. */
export function naiveStay(stay: ReportedStay, { start, end }: NaiveDays): ReadonlySet<string> {
  const columns = new Set<string>();
  const isOpen = stay.endedAt === null || stay.endedAt >= end;
  if (stay.startedAt >= end || (stay.endedAt !== null && stay.endedAt < start)) return columns;
  columns.add('handled');
  if (stay.dueAt === null) return columns;
  const isLate = isOpen ? stay.dueAt < end : minute(stay.endedAt) > minute(stay.dueAt);
  if (isLate) columns.add('partlyLate');
  if (isLate && isOpen) columns.add('partlyLateOpen');
  return columns;
}
