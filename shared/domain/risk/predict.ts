import {
  addWorking,
  HOUR_MS,
  millis,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import { crowdingOf, habitFor, type Crowding, type Experience } from './habit.ts';
import { quantile, scaled, shareAbove, sumOf, type Spread } from './spread.ts';
import { hoursBetween, promisedHours, stretchAt, staysOf, type Road, type Stay } from './stay.ts';

/** A dossier as it is at a moment, with what lies on its holder's desk. */
export interface Sight {
  readonly road: Road;
  readonly at: Instant;
  readonly queue: number;
}

/** Why a finish is expected: everything a sentence needs, in working hours. */
export interface Reason {
  readonly stage: string;
  /** What the stage usually takes with such a desk, and what it has taken. */
  readonly usual: number;
  readonly spent: number;
  /** Expected at this stage, and after it. */
  readonly here: number;
  readonly after: number;
  readonly queue: number;
  readonly usualQueue: number | undefined;
  readonly crowding: Crowding;
  /** How many dossiers of the procedure taught it; 0: only others did. */
  readonly seen: number;
}

export interface Outlook {
  /** Working hours until the result: as often less as more. */
  readonly hours: number;
  /** How many ways in a hundred lead past the due moment; undefined without one. */
  readonly likelihood: number | undefined;
  /** The same for the step's own allowance; undefined where it has none, or it is used up. */
  readonly stepLikelihood: number | undefined;
  readonly reason: Reason;
}

export interface Prediction extends Outlook {
  readonly expectedAt: Instant;
  readonly dueAt: Instant | null;
}

/** What is left of a stage after so much of it: of the usual cases those that took longer still. */
function leftOf(here: Spread, spent: number): Spread {
  const longer = here.filter((hours) => hours > spent).map((hours) => hours - spent);
  // Longer than ever seen: all that is known is that it goes on, and about as long as it usually takes.
  return longer.length > 0 ? longer : [quantile(here, 0.5)];
}

const atWork = ({ road, at }: Sight, calendar: WorkingCalendar): Stay | undefined =>
  stretchAt(road, at)?.isPaused === false ? staysOf(road, calendar, at).at(-1) : undefined;

const chanceBeyond = (ways: Spread, bound: number | undefined): number | undefined =>
  bound === undefined ? undefined : shareAbove(ways, bound);

/** What experience says of a dossier; undefined while it stands still, or where nothing like it was seen. */
export function outlookOf(
  sight: Sight,
  experience: Experience,
  calendar: WorkingCalendar,
): Outlook | undefined {
  const { road, at, queue } = sight;
  const stay = atWork(sight, calendar);
  if (stay === undefined) return undefined;
  const { stage, hours: spent, holder } = stay;
  const promised = promisedHours(road, calendar, at);
  const habit = habitFor(experience, { ...road, stage, promised });
  if (habit === undefined) return undefined;
  const usualQueue = holder === null ? undefined : experience.queues[holder];
  const crowding = crowdingOf(queue, usualQueue);
  const usual = scaled(habit.here, experience.crowd[crowding]);
  const left = leftOf(usual, spent);
  const ways = sumOf(left, habit.after);
  const dueAt = stretchAt(road, at)?.dueAt ?? null;
  return {
    hours: quantile(ways, 0.5),
    likelihood: chanceBeyond(ways, dueAt === null ? undefined : hoursBetween(calendar, at, dueAt)),
    stepLikelihood: chanceBeyond(left, allowedFor(road, experience, stay)),
    reason: {
      ...{ stage, spent, queue, usualQueue, crowding, seen: habit.seen },
      usual: quantile(usual, 0.5),
      here: quantile(left, 0.5),
      after: quantile(habit.after, 0.5),
    },
  };
}

/** What is left of the step's own allowance. */
function allowedFor(road: Road, { allowances }: Experience, { stage, hours }: Stay) {
  const allowed = allowances[road.procedureCode]?.[stage];
  return allowed === undefined || allowed <= hours ? undefined : allowed - hours;
}

/**
 * When a dossier may be expected to be finished, and why.
 *
 * @example predict({ road, at: 08:00, queue: 23 }, …) → 15:00, likelihood 0.7, usual 6 h, 4 h left
 */
export function predict(
  sight: Sight,
  experience: Experience,
  calendar: WorkingCalendar,
): Prediction | undefined {
  const outlook = outlookOf(sight, experience, calendar);
  if (outlook === undefined) return undefined;
  const { at, road } = sight;
  return {
    ...outlook,
    expectedAt: after(calendar, at, outlook.hours),
    dueAt: stretchAt(road, at)?.dueAt ?? null,
  };
}

const MINUTES = 60;

/** So many working hours later, to the minute: nobody expects seconds of an expectation. */
export const after = (calendar: WorkingCalendar, at: Instant, hours: number): Instant =>
  addWorking(calendar, at, millis((Math.round(hours * MINUTES) / MINUTES) * HOUR_MS));
