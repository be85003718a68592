import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { at } from '../../../test/support/moment.ts';
import { NATIONAL_CALENDAR as calendar } from '../../../test/support/office.ts';
import { addWorking, hours, type Instant } from '../working-time/index.ts';
import { inOneGo } from '../kernel/index.ts';
import { learning, predict, type Lesson, type Road } from './index.ts';

const learn = (lesson: Lesson) => inOneGo(learning(lesson));
import { between, quantile, spreadOf, sumOf } from './spread.ts';

const FROM = at('2026-02-02 08:00');

const someHours = fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10);
const someStages = fc.array(someHours, { minLength: 1, maxLength: 4 });
const somePlace = fc.integer({ min: 0, max: 300 });

/** So many stages one after the other, from a moment on; the last of them is still open where asked. */
const roadOf = (stages: readonly number[], from: Instant, isOpen: boolean): Road => {
  const dueAt = addWorking(calendar, from, hours(24));
  const ends = stages.reduce<readonly Instant[]>(
    (before, length) => [...before, addWorking(calendar, before.at(-1) ?? from, hours(length))],
    [],
  );
  const finishedAt = isOpen ? null : (ends.at(-1) ?? from);
  const stretches = ends.map((to, place) => ({
    ...{ from: ends[place - 1] ?? from, to: isOpen && place === ends.length - 1 ? null : to },
    ...{ stage: `s${place}`, holder: `h${place % 2}`, isPaused: false, dueAt },
  }));
  const [dossierId, procedureCode, field] = ['d', 'p', 'f'] as const;
  return { dossierId, procedureCode, field, receivedAt: from, finishedAt, stretches };
};

const someRoads = fc.array(fc.tuple(someStages, somePlace), { minLength: 1, maxLength: 25 });

const historyOf = (told: readonly (readonly [readonly number[], number])[]): readonly Road[] =>
  told.map(([stages, later]) => roadOf(stages, addWorking(calendar, FROM, hours(later)), false));

describe('whatever the history', () => {
  it('a finish is expected in the future, and its likelihood is one', () => {
    fc.assert(
      fc.property(someRoads, someStages, fc.nat(200), fc.nat(60), (told, stages, passed, queue) => {
        const experience = learn({
          roads: historyOf(told),
          calendar,
          allowances: { p: { s0: 8 } },
        });
        const from = at('2026-06-01 08:00');
        const now = addWorking(calendar, from, hours(passed));
        const road = roadOf(stages, from, true);
        const prediction = predict({ road, at: now, queue }, experience, calendar);
        if (prediction === undefined) return;
        expect(prediction.expectedAt).toBeGreaterThanOrEqual(now);
        expect(prediction.likelihood).toBeGreaterThanOrEqual(0);
        expect(prediction.likelihood).toBeLessThanOrEqual(1);
      }),
      { numRuns: propertyRuns(0.002) },
    );
  });

  it('learning twice, or from the same in another order, teaches the same', () => {
    fc.assert(
      fc.property(someRoads, (told) => {
        const roads = historyOf(told);
        const lesson = { calendar, allowances: {} };
        const { procedures, queues } = learn({ ...lesson, roads });
        const again = learn({ ...lesson, roads: roads.toReversed() });
        expect(again.procedures).toEqual(procedures);
        expect(again.queues).toEqual(queues);
      }),
      { numRuns: propertyRuns(0.002) },
    );
  });
});

describe('whatever the values', () => {
  const someValues = fc.array(someHours, { minLength: 1, maxLength: 60 });

  it('a spread rises, and stays within them', () => {
    fc.assert(
      fc.property(someValues, (values) => {
        const spread = spreadOf(values);
        expect(spread).toEqual(spread.toSorted((one, other) => one - other));
        expect(spread[0]).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(spread.at(-1)).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
      { numRuns: propertyRuns(0.005) },
    );
  });

  it('between two spreads lies neither below both nor above both', () => {
    fc.assert(
      fc.property(someValues, someValues, fc.nat(100), (one, other, percent) => {
        const [left, right] = [spreadOf(one), spreadOf(other)];
        between(left, right, percent / 100).forEach((value, place) => {
          const ends = [left[place] ?? 0, right[place] ?? 0];
          expect(value).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...ends) + 1e-9);
        });
      }),
      { numRuns: propertyRuns(0.005) },
    );
  });

  it('the sum of two spreads has every pair in it, in order', () => {
    fc.assert(
      fc.property(someValues, someValues, (one, other) => {
        const [left, right] = [spreadOf(one), spreadOf(other)];
        const sum = sumOf(left, right);
        expect(sum).toHaveLength(left.length * right.length);
        expect(quantile(sum, 0)).toBeCloseTo((left[0] ?? 0) + (right[0] ?? 0), 9);
      }),
      { numRuns: propertyRuns(0.005) },
    );
  });
});
