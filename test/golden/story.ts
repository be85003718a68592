import type { Intake } from '#domain/dossier';
import type { Bounds, Ii06bColumn } from '#domain/report';
import { addWorking, hours, instant, workingBetween, type Instant } from '#domain/working-time';
import { NATIONAL_CALENDAR } from '../support/office.ts';
import type { Term } from './catalogue.ts';
import type { Desk } from './desk.ts';
import type { Dice } from './dice.ts';

export type Entry = Extract<Ii06bColumn, 'onlineInPeriod' | 'directOrPostInPeriod' | 'carriedOver'>;

export type Exit = Extract<
  Ii06bColumn,
  | 'resolvedEarly'
  | 'resolvedLate'
  | 'rejected'
  | 'withdrawn'
  | 'pendingInTime'
  | 'pendingSupplement'
>;

/** What a story is told with. */
export interface Scene {
  readonly desk: Desk;
  readonly dice: Dice;
  readonly intake: Intake;
  readonly period: Bounds;
  /** When the citizen comes. */
  readonly begin: Instant;
}

/** A way in which a dossier can come to stand in a column. It must end there whatever the dice say. */
export interface Story {
  readonly name: string;
  readonly exit: Exit;
  readonly terms: readonly Term[];
  /** Stories that only make sense for some ways of coming into the period. */
  readonly entries?: readonly Entry[];
  /** Working hours before the end of the period that it may need after the citizen came. */
  readonly needsHours: number;
  /** Only the last hours before the end: what is open then and was received long ago would be late. */
  readonly withinHours?: number;
  /** How many working hours before the period it may have begun, where it is carried over. */
  readonly carriedHours?: number;
  readonly tell: (scene: Scene) => void;
}

/** The moment after so many working hours. */
export const later = (at: Instant, workingHours: number): Instant =>
  wholeSeconds(addWorking(NATIONAL_CALENDAR, at, hours(workingHours)));

/** A moment between two, somewhere in the working time between them. */
export function workingMoment(dice: Dice, from: Instant, until: Instant): Instant {
  const span = workingBetween(NATIONAL_CALENDAR, from, until);
  return later(from, (dice.share() * span) / 3_600_000);
}

/** Any moment between two, nights and days off included. */
export const anyMoment = (dice: Dice, from: Instant, until: Instant): Instant =>
  wholeSeconds(instant(dice.between(from, until)));

const wholeSeconds = (at: Instant): Instant => instant(Math.floor(at / 1000) * 1000);

/** The later of two moments: nothing of a carried-over dossier may be finished before the period. */
export const notBefore = (at: Instant, earliest: Instant): Instant =>
  at < earliest ? earliest : at;
