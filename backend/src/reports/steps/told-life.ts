import type { DossierState, ProcedureRules } from '#domain/dossier';
import {
  lifeEventsOf,
  reportedDossierOf,
  reportedStays,
  type Life,
  type ReportedStay,
} from '#domain/report';
import { instant, workingBetween, type Instant, type WorkingCalendar } from '#domain/working-time';
import { clocksOf, stepClocksOf, type ClockOffice } from '../../dossiers/index.ts';

interface Stop {
  readonly from: Instant;
  readonly to: Instant;
}

/** A dossier as its whole history tells it, up to one of its events. */
export interface ToldLife {
  readonly life: Life;
  readonly version: number;
  readonly procedure: ProcedureRules;
  /** In which it stood still. */
  readonly stops: readonly Stop[];
  /** Nothing of it depends on what time it is. */
  readonly isOver: boolean;
}

interface LifeIdentity {
  readonly id: string;
  readonly unit: string;
}

export function toldLife(
  state: DossierState,
  { id, unit }: LifeIdentity,
  office: ClockOffice,
): ToldLife {
  const { procedure, now } = office;
  const clocks = clocksOf(state, office);
  const stays = reportedStays(stepClocksOf(state, clocks), procedure.steps);
  const pauses = clocks.history?.pauses ?? [];
  return {
    life: {
      dossier: reportedDossierOf(state.history, { id, unit, stays }),
      events: lifeEventsOf(state.history),
    },
    version: state.version,
    procedure,
    stops: merged(pauses, now),
    isOver:
      state.finishedAt !== null &&
      pauses.every(({ to }) => to !== undefined) &&
      stays.every(({ endedAt }) => endedAt !== null),
  };
}

interface LivedBy {
  readonly life: { readonly dossier: { readonly id: string } };
  readonly procedure: ProcedureRules;
}

/** The procedures these live by, each with the first who does. */
export function firstOf(all: Iterable<LivedBy>): ReadonlyMap<ProcedureRules, string> {
  const first = new Map<ProcedureRules, string>();
  for (const { life, procedure } of all) {
    const { id } = life.dossier;
    const other = first.get(procedure);
    if (other === undefined || id < other) first.set(procedure, id);
  }
  return first;
}

/** The pauses as their union, in order; one that is open lasts until now. */
function merged(
  pauses: readonly { readonly from: Instant; readonly to?: Instant }[],
  now: Instant,
): readonly Stop[] {
  const union: { from: Instant; to: Instant }[] = [];
  for (const { from, to = now } of pauses.toSorted((one, other) => one.from - other.from)) {
    const last = union.at(-1);
    if (last !== undefined && from <= last.to) last.to = instant(Math.max(last.to, to));
    else union.push({ from, to });
  }
  return union;
}

/** Working milliseconds of a stay, without those in which the dossier stood still. */
export function workedIn(
  calendar: WorkingCalendar,
  { startedAt, endedAt }: ReportedStay,
  stops: readonly Stop[],
): number {
  if (endedAt === null || endedAt <= startedAt) return 0;
  const stood = stops.reduce((sum, { from, to }) => {
    const [begin, end] = [Math.max(from, startedAt), Math.min(to, endedAt)];
    return end > begin ? sum + workingBetween(calendar, instant(begin), instant(end)) : sum;
  }, 0);
  return workingBetween(calendar, startedAt, endedAt) - stood;
}
