import { describe, expect, it } from '@jest/globals';
import {
  clockOf,
  workingDays,
  workingHours,
  type ClockCase,
} from '../../../test/support/clock-case.ts';
import { at } from '../../../test/support/moment.ts';
import { HOUR_MS } from '../working-time/index.ts';
import { measureClock } from './index.ts';

/** Hours elapsed, remaining, paused. */
const read = (c: ClockCase, now: string): readonly (number | null)[] => {
  const { history, rules, calendar } = clockOf(c);
  const { elapsed, remaining, paused } = measureClock(history, rules, calendar, at(now));
  return [elapsed, remaining, paused].map((length) => (length === null ? null : length / HOUR_MS));
};

const EIGHT = { received: '2026-03-02 07:30', allowance: workingHours(8) } as const;

describe('the reading of the clock', () => {
  it('runs in working hours', () => {
    expect(read(EIGHT, '2026-03-02 14:00')).toStrictEqual([5, 3, 0]);
    expect(read(EIGHT, '2026-03-02 12:30')).toStrictEqual([4, 4, 0]);
  });

  it('goes below nothing once late', () => {
    expect(read(EIGHT, '2026-03-03 09:30')).toStrictEqual([10, -2, 0]);
  });

  it('has not begun before the receipt', () => {
    expect(read(EIGHT, '2026-03-01 09:30')).toStrictEqual([0, 8, 0]);
  });

  it('stands still while paused', () => {
    const c = { ...EIGHT, supplements: [['2026-03-02 09:30']] } as const;
    expect(read(c, '2026-03-02 10:30')).toStrictEqual([2, 6, 1]);
    expect(read(c, '2026-03-04 07:30')).toStrictEqual([2, 6, 14]);
  });

  it('runs on through a pause begun after the due moment', () => {
    expect(
      read({ ...EIGHT, supplements: [['2026-03-03 07:30']] }, '2026-03-03 09:30'),
    ).toStrictEqual([10, -2, 0]);
  });

  it('begins anew with a new receipt', () => {
    const c = {
      ...EIGHT,
      onSupplement: 'restart',
      supplements: [['2026-03-02 09:30', '2026-03-03 07:30']],
    } as const;
    expect(read(c, '2026-03-03 10:30')).toStrictEqual([3, 5, 0]);
  });

  it('of whole days tells the working hours left until the due moment', () => {
    expect(
      read({ received: '2026-03-02 09:00', allowance: workingDays(1) }, '2026-03-02 16:00'),
    ).toStrictEqual([5.5, 9, 0]);
  });

  it('of a declared moment stands still through the waits the source told', () => {
    const c = {
      received: '2026-03-02 07:30',
      declared: [['2026-03-02 07:30', '2026-03-04 17:00']],
      imported: [['2026-03-02 09:30', '2026-03-03 07:30']],
    } as const;
    expect(read(c, '2026-03-03 17:00')).toStrictEqual([10, 8, 6]);
  });

  it('without a due moment still tells how long it has taken', () => {
    const c = {
      received: '2026-03-02 07:30',
      holds: [['2026-03-02 09:30', '2026-03-02 10:30']],
    } as const;
    expect(read(c, '2026-03-02 17:00')).toStrictEqual([7, null, 1]);
  });
});
