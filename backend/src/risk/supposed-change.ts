import { after } from '#domain/risk';
import {
  dayStart,
  nextWorkingDay,
  type Day,
  type Instant,
  type WorkingCalendar,
} from '#domain/working-time';
import type { Forecast } from './forecast.service.ts';
import type { OpenDossier } from './desk-reader.service.ts';

/** A dossier before and after what is supposed. */
export interface Supposition {
  readonly dossier: OpenDossier;
  readonly dueBefore: Instant;
  readonly dueAfter: Instant;
  readonly expectedBefore: Instant | null;
  readonly expectedAfter: Instant | null;
}

/** Would be in time, and is late if it comes so: by what is expected, or because the due moment itself passes. */
export const goesLate = ({
  dueBefore,
  dueAfter,
  expectedBefore,
  expectedAfter,
}: Supposition): boolean =>
  expectedAfter !== null &&
  expectedAfter > dueAfter &&
  (expectedBefore === null || expectedBefore <= dueBefore);

/**
 * Nobody takes up what lies on the desk until its holder is back. Where nothing is expected of a procedure, only
 * what is due before that is sure to be late.
 */
export function whileAway(
  { dossier, prediction }: Forecast,
  back: Instant,
  calendar: WorkingCalendar,
): readonly Supposition[] {
  const { dueAt } = dossier;
  if (dueAt === null) return [];
  const due = { dossier, dueBefore: dueAt, dueAfter: dueAt };
  if (prediction === undefined) {
    return dueAt < back ? [{ ...due, expectedBefore: null, expectedAfter: back }] : [];
  }
  const expectedAfter = after(calendar, back, prediction.hours);
  return [{ ...due, expectedBefore: prediction.expectedAt, expectedAfter }];
}

/** When work goes on for somebody who is away to the end of a day. */
export const backAfter = (until: Day, calendar: WorkingCalendar): Instant =>
  dayStart(calendar, nextWorkingDay(calendar, until));

export interface OtherDays {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  /** Due moments that the other calendar moves. */
  readonly moved: ReadonlyMap<string, Instant>;
}

/** With another calendar both ends may move: the work, and what is promised by working days. */
export function withOtherDays(
  { dossier, prediction }: Forecast,
  { now, calendar, moved }: OtherDays,
): readonly Supposition[] {
  const { dueAt } = dossier;
  if (dueAt === null || prediction === undefined) return [];
  return [
    {
      dossier,
      dueBefore: dueAt,
      dueAfter: moved.get(dossier.id) ?? dueAt,
      expectedBefore: prediction.expectedAt,
      expectedAfter: after(calendar, now, prediction.hours),
    },
  ];
}
