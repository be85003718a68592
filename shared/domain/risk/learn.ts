import type { Slices } from '../kernel/index.ts';
import type { WorkingCalendar } from '../working-time/index.ts';
import {
  crowdingOf,
  habitsOf,
  type Allowances,
  type Crowd,
  type Crowding,
  type Experience,
  type Habits,
  type PastStay,
} from './habit.ts';
import { queuesOf, type QueueAt } from './queue.ts';
import { median, quantile, rankIn } from './spread.ts';
import { promisedHours, staysOf, type Road } from './stay.ts';

/** What is learned from: the finished teach, the open ones only lie on desks. */
export interface Lesson {
  readonly roads: readonly Road[];
  readonly calendar: WorkingCalendar;
  readonly allowances: Allowances;
}

/** The stays of a finished dossier, each with what came after it. */
function pastStaysOf(road: Road, calendar: WorkingCalendar, queueAt: QueueAt): readonly PastStay[] {
  const { procedureCode, field, finishedAt } = road;
  if (finishedAt === null) return [];
  const promised = promisedHours(road, calendar, finishedAt);
  let after = 0;
  return staysOf(road, calendar, finishedAt)
    .toReversed()
    .map(({ stage, holder, from, hours }) => {
      const queue = queueAt(holder, from);
      const stay = { procedureCode, field, stage, hours, after, promised, holder, queue };
      after += hours;
      return stay;
    });
}

function* habitsBy(
  stays: readonly PastStay[],
  key: 'field' | 'procedureCode',
  unit: 'hours' | 'shares',
): Slices<Readonly<Record<string, Habits>>> {
  const habits: Record<string, Habits> = {};
  for (const [name, own] of Map.groupBy(stays, (stay) => stay[key])) {
    habits[name] = yield* habitsOf(own, unit);
  }
  return habits;
}

function usualQueues(stays: readonly PastStay[]): Readonly<Record<string, number>> {
  const held = stays.filter(({ holder }) => holder !== null);
  const queues: Record<string, number> = {};
  for (const [holder, own] of Map.groupBy(held, ({ holder }) => holder ?? '')) {
    queues[holder] = median(own.map(({ queue }) => queue));
  }
  return queues;
}

/** What a crowd does is believed once it is this many standard errors away from doing nothing. */
const SURE = 3;
/** Of a rank between 0 and 1 that nothing has moved. */
const RANK_DEVIATION = Math.sqrt(1 / 12);
const SLOWEST = 2;

type Learned = Pick<Experience, 'procedures' | 'queues'>;

/** A stay beside the others at its stage: where it ranks, and how many times the usual it took. */
interface Compared {
  readonly crowding: Crowding;
  readonly rank: number;
  readonly ratio: number;
}

function comparedTo({ procedures, queues }: Learned, stay: PastStay): readonly Compared[] {
  const { procedureCode, stage, holder, queue, hours } = stay;
  const here = procedures[procedureCode]?.[stage]?.here ?? [];
  const usual = here.length === 0 ? 0 : quantile(here, 0.5);
  if (holder === null || usual <= 0) return [];
  const crowding = crowdingOf(queue, queues[holder]);
  return [{ crowding, rank: rankIn(here, hours), ratio: hours / usual }];
}

/** Twice as much of a desk may mean twice the time, or nothing: told only where the ranks leave little doubt. */
function slowing(compared: readonly Compared[]): number {
  if (compared.length === 0) return 1;
  const rank = compared.reduce((sum, each) => sum + each.rank, 0) / compared.length;
  const error = RANK_DEVIATION / Math.sqrt(compared.length);
  if (Math.abs(rank - 0.5) < SURE * error) return 1;
  return Math.min(Math.max(median(compared.map(({ ratio }) => ratio)), 1 / SLOWEST), SLOWEST);
}

/** How much longer than usual it takes with so much on the desk; 1 where history does not say. */
function* crowdOf(stays: readonly PastStay[], learned: Learned): Slices<Crowd> {
  const compared: Compared[] = [];
  for (const stay of stays) {
    compared.push(...comparedTo(learned, stay));
    yield;
  }
  const factor = (crowding: Crowding): number =>
    slowing(compared.filter((each) => each.crowding === crowding));
  return { lighter: factor('lighter'), usual: factor('usual'), heavier: factor('heavier') };
}

function* meansOf(roads: readonly Road[], calendar: WorkingCalendar): Slices<Experience['means']> {
  const finished = roads.filter(({ finishedAt }) => finishedAt !== null);
  const means: Record<string, number> = {};
  for (const [code, own] of Map.groupBy(finished, ({ procedureCode }) => procedureCode)) {
    let hours = 0;
    for (const road of own) {
      hours += wholeHours(road, calendar);
      yield;
    }
    means[code] = hours / own.length;
  }
  return means;
}

const wholeHours = (road: Road, calendar: WorkingCalendar): number =>
  staysOf(road, calendar, road.finishedAt ?? road.receivedAt).reduce(
    (sum, { hours }) => sum + hours,
    0,
  );

/** Learns from what a unit has finished how long its stages take. */
export function* learning({ roads, calendar, allowances }: Lesson): Slices<Experience> {
  const queueAt = queuesOf(roads);
  const stays: PastStay[] = [];
  for (const road of roads) {
    stays.push(...pastStaysOf(road, calendar, queueAt));
    yield;
  }
  const procedures = yield* habitsBy(stays, 'procedureCode', 'hours');
  const fields = yield* habitsBy(stays, 'field', 'shares');
  const queues = usualQueues(stays);
  return {
    ...{ procedures, fields, queues, allowances },
    all: yield* habitsOf(stays, 'shares'),
    crowd: yield* crowdOf(stays, { procedures, queues }),
    means: yield* meansOf(roads, calendar),
  };
}
