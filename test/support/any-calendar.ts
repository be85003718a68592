import {
  DEFAULT_WEEKLY_HOURS,
  NATIONAL_DAYS,
  WEEKDAYS,
  compileCalendar,
  mergeLayers,
  type CalendarLayer,
  type HoursText,
  type SpecialDay,
  type WorkingCalendar,
} from '#domain/working-time';
import * as fc from 'fast-check';
import { naiveOffice, type NaiveOffice } from './naive-clock.ts';

/** One random working calendar: as the product counts with it and as the oracle reads it. */
export interface AnyCalendar {
  readonly layers: readonly CalendarLayer[];
  readonly calendar: WorkingCalendar;
  readonly office: NaiveOffice;
  /** What a failing law prints: a century of sums would tell nobody anything. */
  readonly [fc.toStringMethod]: () => string;
}

/** Making a century ready takes milliseconds: laws share a pool instead of a calendar per case. */
const POOL = 160;
const SEED = 20_260_101;

/** Random cases live in these weeks, around the two worked Saturdays, Tết and an unannounced year. */
export const FIRST_DATE = '2025-12-01';
export const CASE_DAYS = 560;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Between one and three intervals, some to 24:00, some touching. */
const anyHours: fc.Arbitrary<readonly HoursText[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...Object.values(DEFAULT_WEEKLY_HOURS).slice(0, 1)) },
  {
    weight: 3,
    arbitrary: fc
      .uniqueArray(
        fc.oneof(
          fc.nat(96).map((n) => n * 15),
          fc.nat(1440),
        ),
        {
          minLength: 2,
          maxLength: 6,
        },
      )
      .map((times) => pairUp(times.sort((a, b) => a - b))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<readonly HoursText[]>([['19:00', '24:00']], [['00:00', '24:00']]),
  },
);

function pairUp(times: readonly number[]): readonly HoursText[] {
  const pairs: HoursText[] = [];
  for (let index = 0; index + 1 < times.length; index += 2) {
    const [from, to] = [times[index] ?? 0, times[index + 1] ?? 0];
    pairs.push([clock(from), clock(to)]);
  }
  return pairs;
}

const anyDay: fc.Arbitrary<SpecialDay> = fc
  .record({
    offset: fc.nat(CASE_DAYS),
    kind: fc.constantFrom('off', 'off', 'worked', 'plain'),
    hours: fc.option(anyHours, { nil: undefined, freq: 2 }),
  })
  .map(({ offset, kind, hours }) => ({
    date: dateAfter(offset),
    kind,
    ...(kind !== 'off' && hours !== undefined && { hours }),
  }));

const dateAfter = (offset: number): string =>
  new Date(Date.parse(FIRST_DATE) + offset * 86_400_000).toISOString().slice(0, 10);

const anyWeek = fc
  .tuple(...WEEKDAYS.map(() => fc.option(fc.oneof(fc.constant([]), anyHours), { freq: 1 })))
  .map((hours) =>
    Object.fromEntries(
      WEEKDAYS.flatMap((weekday, place) => {
        const own = hours[place];
        return own === null || own === undefined ? [] : [[weekday, own]];
      }),
    ),
  );

const anyLayer: fc.Arbitrary<CalendarLayer> = fc.record(
  {
    weeklyHours: anyWeek,
    days: fc.uniqueArray(anyDay, { selector: ({ date }) => date, maxLength: 40 }),
  },
  { requiredKeys: [] },
);

/** The default calendar of the nation, alone or under layers of a city and a unit. */
const anyLayers: fc.Arbitrary<readonly CalendarLayer[]> = fc
  .array(anyLayer, { maxLength: 2 })
  .map((layers) => [{ weeklyHours: DEFAULT_WEEKLY_HOURS, days: NATIONAL_DAYS }, ...layers]);

const pool: AnyCalendar[] = [];

function drawPool(): readonly AnyCalendar[] {
  if (pool.length === 0) {
    for (const layers of fc.sample(anyLayers, { numRuns: POOL, seed: SEED })) {
      const merged = mergeLayers(layers);
      if (!merged.ok) continue;
      const calendar = compileCalendar(merged.value, 'random');
      const text = JSON.stringify(layers.slice(1));
      pool.push({ layers, calendar, office: naiveOffice(layers), [fc.toStringMethod]: () => text });
    }
  }
  return pool;
}

/** A calendar of the pool; the plain national one comes first, so that failures shrink towards it. */
export const anyCalendar: fc.Arbitrary<AnyCalendar> = fc.nat(1_000_000).map((number) => {
  const calendars = drawPool();
  const chosen = calendars[number % calendars.length];
  if (chosen === undefined) throw new Error('The pool of calendars is empty');
  return chosen;
});
