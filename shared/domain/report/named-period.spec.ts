import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { dayOf, formatDay, type Day } from '../working-time/index.ts';
import { lastYearOf, previousOf } from './compared-period.ts';
import { cumulativeTo, periodOf, weekOf, type NamedPeriod } from './named-period.ts';
import { boundsOf, checkPeriod, isWithin, type Period } from './period.ts';
import { sectionPeriods } from './section-periods.ts';

const day = (text: string): Day => dayOf(at(text));

const spelt = ({ from, to }: Period): string => `${formatDay(from)} – ${formatDay(to)}`;

const range = (from: string, to: string): NamedPeriod => ({
  kind: 'range',
  from: day(from),
  to: day(to),
});

describe('the periods a commune reports over', () => {
  it.each<[string, NamedPeriod, string]>([
    ['January', { kind: 'month', year: 2026, month: 1 }, '2025-12-15 – 2026-01-14'],
    ['March', { kind: 'month', year: 2026, month: 3 }, '2026-02-15 – 2026-03-14'],
    ['quarter I', { kind: 'quarter', year: 2026, quarter: 1 }, '2025-12-15 – 2026-03-14'],
    ['quarter II', { kind: 'quarter', year: 2026, quarter: 2 }, '2026-03-15 – 2026-06-14'],
    ['quarter III', { kind: 'quarter', year: 2026, quarter: 3 }, '2026-06-15 – 2026-09-14'],
    ['quarter IV', { kind: 'quarter', year: 2026, quarter: 4 }, '2026-09-15 – 2026-12-14'],
    ['the first half year', { kind: 'halfYear', year: 2026, half: 1 }, '2025-12-15 – 2026-06-14'],
    ['the second half year', { kind: 'halfYear', year: 2026, half: 2 }, '2026-06-15 – 2026-12-14'],
    ['nine months', { kind: 'nineMonths', year: 2026 }, '2025-12-15 – 2026-09-14'],
    ['the year', { kind: 'year', year: 2026 }, '2025-12-15 – 2026-12-14'],
    ['a week', { kind: 'week', day: day('2026-01-22') }, '2026-01-19 – 2026-01-25'],
    ['a free range', range('2025-12-25', '2026-03-31'), '2025-12-25 – 2026-03-31'],
  ])('knows the days of %s', (_name, named, days) => {
    expect(spelt(periodOf(named))).toBe(days);
  });

  it('counts feedback from the 21st to the 20th', () => {
    expect(spelt(periodOf({ kind: 'month', year: 2026, month: 1 }, 21))).toBe(
      '2025-12-21 – 2026-01-20',
    );
  });

  it('has weeks from Monday to Sunday, whatever day names them', () => {
    expect(spelt(weekOf(day('2026-01-19')))).toBe('2026-01-19 – 2026-01-25');
    expect(spelt(weekOf(day('2026-01-25')))).toBe('2026-01-19 – 2026-01-25');
  });

  it('cumulates from the day on which the reporting year began', () => {
    expect(spelt(cumulativeTo(day('2026-05-19')))).toBe('2025-12-15 – 2026-05-19');
    expect(spelt(cumulativeTo(day('2026-12-14')))).toBe('2025-12-15 – 2026-12-14');
    expect(spelt(cumulativeTo(day('2026-12-15')))).toBe('2026-12-15 – 2026-12-15');
  });

  it('adjoins month to month without a gap or a day counted twice', () => {
    for (let month = 2; month <= 12; month += 1) {
      const before = periodOf({ kind: 'month', year: 2026, month: month - 1 });
      expect(periodOf({ kind: 'month', year: 2026, month }).from).toBe(before.to + 1);
    }
  });

  it('begins at midnight and ends before the midnight after its last day', () => {
    const bounds = boundsOf(periodOf({ kind: 'month', year: 2026, month: 1 }));
    expect(bounds).toEqual({ start: at('2025-12-15 00:00'), end: at('2026-01-15 00:00') });
    expect(isWithin(at('2025-12-15 00:00'), bounds)).toBe(true);
    expect(isWithin(at('2026-01-14 23:59:59'), bounds)).toBe(true);
    expect(isWithin(at('2026-01-15 00:00'), bounds)).toBe(false);
    expect(isWithin(at('2025-12-14 23:59:59'), bounds)).toBe(false);
  });

  it('refuses a period that ends before it begins, and takes one of a single day', () => {
    const [first, last] = [day('2026-01-14'), day('2026-01-15')];
    expect(checkPeriod(first, first)).toEqual({ ok: true, value: { from: first, to: first } });
    expect(checkPeriod(last, first)).toMatchObject({
      ok: false,
      refusal: { code: 'period-ends-before-it-begins', facts: { from: last, to: first } },
    });
  });
});

describe('the period to compare with', () => {
  it.each<[string, NamedPeriod, string]>([
    ['month', { kind: 'month', year: 2026, month: 1 }, '2025-11-15 – 2025-12-14'],
    ['month', { kind: 'month', year: 2026, month: 2 }, '2025-12-15 – 2026-01-14'],
    ['quarter', { kind: 'quarter', year: 2026, quarter: 1 }, '2025-09-15 – 2025-12-14'],
    ['quarter', { kind: 'quarter', year: 2026, quarter: 3 }, '2026-03-15 – 2026-06-14'],
    ['half year', { kind: 'halfYear', year: 2026, half: 1 }, '2025-06-15 – 2025-12-14'],
    ['half year', { kind: 'halfYear', year: 2026, half: 2 }, '2025-12-15 – 2026-06-14'],
    ['nine months', { kind: 'nineMonths', year: 2026 }, '2024-12-15 – 2025-09-14'],
    ['year', { kind: 'year', year: 2026 }, '2024-12-15 – 2025-12-14'],
    ['week', { kind: 'week', day: day('2026-01-22') }, '2026-01-12 – 2026-01-18'],
    ['range', range('2026-01-01', '2026-01-22'), '2025-12-10 – 2025-12-31'],
  ])('is the %s just before', (_kind, named, days) => {
    expect(spelt(periodOf(previousOf(named)))).toBe(days);
  });

  it.each<[string, NamedPeriod, string]>([
    ['the same month', { kind: 'month', year: 2026, month: 1 }, '2024-12-15 – 2025-01-14'],
    ['the same dates', range('2025-12-15', '2026-05-19'), '2024-12-15 – 2025-05-19'],
    ['the end of February', range('2028-02-01', '2028-02-29'), '2027-02-01 – 2027-02-28'],
    ['28 February as itself', range('2027-02-28', '2027-03-29'), '2026-02-28 – 2026-03-29'],
    ['the same weekdays', { kind: 'week', day: day('2026-01-22') }, '2025-01-20 – 2025-01-26'],
  ])('is %s a year ago', (_name, named, days) => {
    expect(spelt(periodOf(lastYearOf(named)))).toBe(days);
  });
});

describe('the periods of the sections of one report', () => {
  it('keeps feedback apart in a monthly report', () => {
    const { main, cumulative, week, pakn } = sectionPeriods({
      kind: 'month',
      year: 2026,
      month: 3,
    });
    expect([main, cumulative, week, pakn].map(spelt)).toEqual([
      '2026-02-15 – 2026-03-14',
      '2025-12-15 – 2026-03-14',
      '2026-03-09 – 2026-03-15',
      '2026-02-21 – 2026-03-20',
    ]);
  });

  it('has one period for all sections but the cumulative one in a weekly report', () => {
    const { main, cumulative, week, pakn } = sectionPeriods({
      kind: 'week',
      day: day('2026-01-22'),
    });
    expect([main, week, pakn].map(spelt)).toEqual(Array(3).fill('2026-01-19 – 2026-01-25'));
    expect(spelt(cumulative)).toBe('2025-12-15 – 2026-01-25');
  });
});
