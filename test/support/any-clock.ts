import { instant, type Instant } from '#domain/working-time';
import type { Allowance, CountingMode, Pause, SupplementPolicy } from '#domain/deadline';
import * as fc from 'fast-check';
import { CASE_DAYS, FIRST_DATE } from './any-calendar.ts';

const MINUTE = 60_000;
const BEGIN = Date.parse(`${FIRST_DATE}T00:00:00+07:00`);

/** Mostly whole minutes and quarters, where boundaries lie; sometimes a stray millisecond. */
export const anyMoment: fc.Arbitrary<Instant> = fc
  .record({
    day: fc.nat(CASE_DAYS - 130),
    minute: fc.oneof(
      fc.nat(1439),
      fc.nat(95).map((n) => n * 15),
      fc.constantFrom(450, 690, 780, 900, 1020, 1140),
    ),
    ms: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.nat(59_999) },
    ),
  })
  .map(({ day, minute, ms }) => instant(BEGIN + (day * 1440 + minute) * MINUTE + ms));

/** Up to five working days in hour kinds, so that the minute walk stays within its span. */
export const anyAllowance: fc.Arbitrary<Allowance> = fc.oneof(
  fc.record({
    kind: fc.constant('sameDay' as const),
    cutoff: fc.constantFrom('15:00', '11:00', '16:30', '24:00', '00:00'),
  }),
  fc.record({
    kind: fc.constant('workingHours' as const),
    amount: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({ kind: fc.constant('workingDays' as const), amount: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constant('calendarDays' as const),
    amount: fc.integer({ min: 1, max: 30 }),
  }),
);

export const anyMode: fc.Arbitrary<CountingMode> = fc.constantFrom('wholeDays', 'runningHours');
export const anyPolicy: fc.Arbitrary<SupplementPolicy> = fc.constantFrom(
  'pause',
  'restart',
  'continue',
);

/** A length of some minutes, hours or days; nothing and whole days are common. */
export const anyLength: fc.Arbitrary<number> = fc.oneof(
  fc.constant(0),
  fc.nat(600).map((n) => n * MINUTE),
  fc.nat(12).map((n) => n * 15 * MINUTE),
  fc.nat(6).map((n) => n * 1440 * MINUTE),
  fc.nat(6 * 1440).map((n) => n * MINUTE),
);

/** Pauses in any order after a receipt, overlapping, touching or apart; all of them ended. */
export const anyPauses = (receivedAt: Instant): fc.Arbitrary<readonly Required<Pause>[]> =>
  fc.array(
    fc
      .record({
        cause: fc.constantFrom('supplement', 'payment', 'hold'),
        after: anyLength,
        length: anyLength,
        endedBySource: fc.boolean(),
      })
      .map(({ cause, after, length, endedBySource }) => ({
        cause,
        from: instant(receivedAt + after),
        to: instant(receivedAt + after + length),
        endedBySource,
      })),
    { maxLength: 4 },
  );
