import type { Slices } from '../kernel/index.ts';
import { between, scaled, spreadOf, type Spread } from './spread.ts';

/** How long dossiers stay at a stage, and how long it takes from there until the result. */
export interface Habit {
  readonly here: Spread;
  readonly after: Spread;
  readonly seen: number;
}

/** Stage by stage. */
export type Habits = Readonly<Record<string, Habit>>;

/** How much faster or slower it goes when a desk holds less or more than it usually does. */
export interface Crowd {
  readonly lighter: number;
  readonly usual: number;
  readonly heavier: number;
}

/** What a unit's history teaches. Plain data: it is stored, and read by whoever asks. */
export interface Experience {
  /** In working hours. */
  readonly procedures: Readonly<Record<string, Habits>>;
  /** In shares of what was promised, as procedures of one field promise different times. */
  readonly fields: Readonly<Record<string, Habits>>;
  readonly all: Habits;
  readonly crowd: Crowd;
  /** How many dossiers each holder usually has. */
  readonly queues: Readonly<Record<string, number>>;
  /** From receipt to result, procedure by procedure: the first of the two naive guesses. */
  readonly means: Readonly<Record<string, number>>;
  /** Working hours a step allows. */
  readonly allowances: Allowances;
}

export type Allowances = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A stay that is over. */
export interface PastStay {
  readonly procedureCode: string;
  readonly field: string;
  readonly stage: string;
  readonly hours: number;
  /** From its end until the result. */
  readonly after: number;
  readonly promised: number | undefined;
  readonly holder: string | null;
  /** What its holder had when it began. */
  readonly queue: number;
}

export type Crowding = keyof Crowd;

const LIGHTER = 0.75;
const HEAVIER = 4 / 3;

/** Whether a queue is another one than its holder is used to. */
export function crowdingOf(queue: number, usual: number | undefined): Crowding {
  if (usual === undefined || usual <= 0) return 'usual';
  if (queue < usual * LIGHTER) return 'lighter';
  return queue > usual * HEAVIER ? 'heavier' : 'usual';
}

/** Seen this often, a procedure speaks as loudly for itself as its field does for it. */
const TRUST = 12;

const weightOf = (seen: number): number => seen / (seen + TRUST);

const merged = (own: Habit, others: Habit | undefined): Habit =>
  others === undefined
    ? own
    : {
        here: between(own.here, others.here, weightOf(own.seen)),
        after: between(own.after, others.after, weightOf(own.seen)),
        seen: own.seen,
      };

const nearer = (own: Habit | undefined, others: Habit | undefined): Habit | undefined =>
  own === undefined ? others && { ...others, seen: 0 } : merged(own, others);

const inHours = (habit: Habit | undefined, promised: number | undefined): Habit | undefined =>
  habit === undefined || promised === undefined
    ? undefined
    : { ...habit, here: scaled(habit.here, promised), after: scaled(habit.after, promised) };

export interface Asked {
  readonly procedureCode: string;
  readonly field: string;
  readonly stage: string;
  readonly promised: number | undefined;
}

/**
 * What is usual for a dossier at a stage, in working hours. What was seldom seen of a procedure is drawn towards
 * its field, and its field towards everything the unit does.
 */
export function habitFor({ procedures, fields, all }: Experience, asked: Asked): Habit | undefined {
  const { procedureCode, field, stage, promised } = asked;
  const around = nearer(fields[field]?.[stage], all[stage]);
  return nearer(procedures[procedureCode]?.[stage], inHours(around, promised));
}

/** The habits of stays that belong together, stage by stage; hours, or shares of what was promised. */
export function* habitsOf(stays: readonly PastStay[], unit: 'hours' | 'shares'): Slices<Habits> {
  const told = stays.flatMap(({ stage, hours, after, promised }) => {
    const by = unit === 'hours' ? 1 : promised;
    return by === undefined ? [] : [{ stage, hours: hours / by, after: after / by }];
  });
  const habits: Record<string, Habit> = {};
  for (const [stage, own] of Map.groupBy(told, ({ stage }) => stage)) {
    yield;
    habits[stage] = {
      here: spreadOf(own.map(({ hours }) => hours)),
      after: spreadOf(own.map(({ after }) => after)),
      seen: own.length,
    };
  }
  return habits;
}
