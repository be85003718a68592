import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyCalendar } from '../../../test/support/any-calendar.ts';
import { anyLength, anyMoment, anyPauses, anyPolicy } from '../../../test/support/any-clock.ts';
import { countWorking, walkWorking, type NaiveOffice } from '../../../test/support/naive-clock.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { HOUR_MS, instant, type WorkingCalendar } from '../working-time/index.ts';
import {
  computeDue,
  stepDueAt,
  type ClockHistory,
  type ClockRules,
  type DossierClock,
  type Pause,
} from './index.ts';

const some = { numRuns: propertyRuns(0.04) };

const dossierOf = (
  history: ClockHistory,
  rules: ClockRules,
  calendar: WorkingCalendar,
): DossierClock => ({
  history,
  rules,
  calendar,
  dueAt: computeDue(history, rules, calendar).dueAt,
});

const anyDossier = fc
  .tuple(anyMoment, anyPolicy, anyLength, fc.integer({ min: 1, max: 20 }))
  .chain(([startedAt, onSupplement, gap, allowanceHours]) =>
    fc.record({
      history: anyPauses(startedAt).map((pauses): ClockHistory => ({
        startedAt,
        pauses,
        fixed: [],
      })),
      rules: fc.constant<ClockRules>({
        limits: { commune: { kind: 'workingDays', amount: 10 } },
        mode: 'wholeDays',
        onSupplement,
      }),
      from: fc.constant(instant(startedAt + gap)),
      allowanceHours: fc.constant(allowanceHours),
    }),
  );

/** Millisecond of a moment inside none of the pauses, walking over their bounds. */
function ranBetween(
  office: NaiveOffice,
  pauses: readonly Pause[],
  from: number,
  to: number,
): number {
  const bounds = [from, to, ...pauses.flatMap((p) => [p.from, p.to ?? p.from])]
    .filter((at) => from <= at && at <= to)
    .sort((a, b) => a - b);
  let ran = 0;
  for (const [index, begin] of bounds.slice(0, -1).entries()) {
    const end = bounds[index + 1] ?? begin;
    const paused = pauses.some((p) => p.from <= begin && end <= (p.to ?? p.from));
    if (!paused) ran += countWorking(office, begin, end);
  }
  return ran;
}

describe('the clock of a step', () => {
  it('gives the step its working hours, not counting those in which the dossier stood still', () => {
    fc.assert(
      fc.property(anyCalendar, anyDossier, ({ calendar, office }, d) => {
        const dossier = dossierOf(d.history, d.rules, calendar);
        const plan = { steps: [{ key: 'a', allowanceHours: d.allowanceHours }], onTheSpot: false };
        const dueAt = stepDueAt({ key: 'a', from: d.from }, plan, dossier) ?? instant(0);
        expect(dueAt).toBeLessThanOrEqual(dossier.dueAt ?? NaN);
        fc.pre(d.rules.onSupplement === 'pause' && dueAt !== dossier.dueAt && dueAt >= d.from);
        const ran = ranBetween(office, d.history.pauses, d.from, dueAt);
        expect(ran).toBe(d.allowanceHours * HOUR_MS);
      }),
      some,
    );
  });

  it('without pauses ends where its hours run out, or with the dossier', () => {
    fc.assert(
      fc.property(anyCalendar, anyDossier, ({ calendar, office }, d) => {
        const dossier = dossierOf({ ...d.history, pauses: [] }, d.rules, calendar);
        const plan = { steps: [{ key: 'a', allowanceHours: d.allowanceHours }], onTheSpot: false };
        const walked = walkWorking(office, d.from, d.allowanceHours * HOUR_MS);
        expect(stepDueAt({ key: 'a', from: d.from }, plan, dossier)).toBe(
          Math.min(walked, dossier.dueAt ?? NaN),
        );
      }),
      some,
    );
  });

  it('done on the spot, the steps in turn use up exactly the time that is left', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyDossier,
        fc.array(fc.integer({ min: 1, max: 16 }), { minLength: 1, maxLength: 5 }),
        ({ calendar }, d, lengths) => {
          const dossier = dossierOf({ ...d.history, pauses: [] }, d.rules, calendar);
          const steps = lengths.map((length, index) => ({
            key: String(index),
            allowanceHours: length / 2,
          }));
          const ends = steps.reduce<readonly number[]>((done, { key }) => {
            const from = instant(done.at(-1) ?? d.history.startedAt);
            return [...done, stepDueAt({ key, from }, { steps, onTheSpot: true }, dossier) ?? NaN];
          }, []);
          expect(ends.at(-1)).toBe(dossier.dueAt);
          expect([...ends].sort((a, b) => a - b)).toStrictEqual(ends);
        },
      ),
      some,
    );
  });
});
