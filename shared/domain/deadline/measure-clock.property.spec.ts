import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyCalendar } from '../../../test/support/any-calendar.ts';
import {
  anyLength,
  anyMode,
  anyMoment,
  anyPauses,
  anyPolicy,
} from '../../../test/support/any-clock.ts';
import { countWorking } from '../../../test/support/naive-clock.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { HOUR_MS, instant } from '../working-time/index.ts';
import { measureClock, type ClockHistory, type ClockRules } from './index.ts';

const some = { numRuns: propertyRuns(0.04) };

const anyHourCase = fc
  .tuple(anyMoment, fc.integer({ min: 1, max: 40 }), anyMode, anyPolicy, anyLength)
  .chain(([startedAt, amount, mode, onSupplement, later]) =>
    fc.tuple(
      fc.constant<ClockRules>({
        limits: { commune: { kind: 'workingHours', amount } },
        mode,
        onSupplement,
      }),
      anyPauses(startedAt).map((pauses): ClockHistory => ({ startedAt, pauses, fixed: [] })),
      fc.constant({ now: instant(startedAt + later), amount }),
    ),
  );

describe('the reading of a clock that counts hours', () => {
  it('what has elapsed and what remains make up the allowance, however late it is', () => {
    fc.assert(
      fc.property(anyCalendar, anyHourCase, ({ calendar }, [rules, history, { now, amount }]) => {
        const { elapsed, remaining } = measureClock(history, rules, calendar, now);
        expect(elapsed + (remaining ?? NaN)).toBe(amount * HOUR_MS);
      }),
      some,
    );
  });

  it('what has elapsed and what was paused make up the working time since the start', () => {
    fc.assert(
      fc.property(anyCalendar, anyHourCase, ({ calendar, office }, [rules, history, { now }]) => {
        fc.pre(rules.onSupplement !== 'restart');
        const { elapsed, paused } = measureClock(history, rules, calendar, now);
        expect(elapsed + paused).toBe(countWorking(office, history.startedAt, now));
        expect(elapsed).toBeGreaterThanOrEqual(0);
        expect(paused).toBeGreaterThanOrEqual(0);
      }),
      some,
    );
  });
});
