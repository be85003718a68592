import { describe, expect, it } from '@jest/globals';
import { at, local } from '../../../test/support/moment.ts';
import { NATIONAL_CALENDAR } from '../../../test/support/office.ts';
import { dayOf, formatDay, type Day } from '../working-time/index.ts';
import { periodOf, type NamedPeriod } from './named-period.ts';
import {
  draftPeriods,
  endedPeriods,
  periodUnderWay,
  readReportSubject,
  reportSubject,
  sendBy,
  type ScheduledReport,
} from './scheduled-report.ts';

const day = (text: string): Day => dayOf(at(text));

const spelt = (named: NamedPeriod): string => {
  const { from, to } = periodOf(named);
  return `${formatDay(from)} – ${formatDay(to)}`;
};

describe('a report that is drawn up by itself', () => {
  it.each<[ScheduledReport, string, string, string]>([
    ['monthly', '2026-01-14', '2025-11-15 – 2025-12-14', '2025-12-15 – 2026-01-14'],
    ['monthly', '2026-01-15', '2025-12-15 – 2026-01-14', '2026-01-15 – 2026-02-14'],
    ['monthly', '2025-12-31', '2025-11-15 – 2025-12-14', '2025-12-15 – 2026-01-14'],
    ['quarterly', '2026-03-14', '2025-09-15 – 2025-12-14', '2025-12-15 – 2026-03-14'],
    ['quarterly', '2026-03-15', '2025-12-15 – 2026-03-14', '2026-03-15 – 2026-06-14'],
    ['halfYear', '2026-06-14', '2024-12-15 – 2025-06-14', '2025-12-15 – 2026-06-14'],
    ['halfYear', '2026-12-20', '2025-12-15 – 2026-06-14', '2026-12-15 – 2027-06-14'],
    ['nineMonths', '2026-09-15', '2025-12-15 – 2026-09-14', '2026-12-15 – 2027-09-14'],
    ['yearly', '2026-12-15', '2025-12-15 – 2026-12-14', '2026-12-15 – 2027-12-14'],
    ['weekly', '2026-01-26', '2026-01-19 – 2026-01-25', '2026-01-26 – 2026-02-01'],
    ['weekly', '2026-01-25', '2026-01-12 – 2026-01-18', '2026-01-19 – 2026-01-25'],
  ])('%s on %s: over is %s, under way %s', (report, today, ended, underWay) => {
    expect(endedPeriods(report, day(today)).map(spelt)).toEqual([ended]);
    expect(spelt(periodUnderWay(report, day(today)))).toBe(underWay);
  });

  it('is made up for after weeks in which nobody was there, the oldest first, at most a year of them', () => {
    const missed = endedPeriods('monthly', day('2026-03-20'), day('2025-12-14'));
    expect(missed.map(spelt)).toEqual([
      ...['2025-12-15 – 2026-01-14', '2026-01-15 – 2026-02-14', '2026-02-15 – 2026-03-14'],
    ]);
    expect(endedPeriods('weekly', day('2026-03-20'), day('2020-01-01'))).toHaveLength(12);
    expect(endedPeriods('monthly', day('2026-03-14'), day('2026-02-14'))).toEqual([]);
  });

  it('has no period again when the clock of the office was set back', () => {
    expect(endedPeriods('monthly', day('2026-01-20'), day('2026-02-14'))).toEqual([]);
  });

  it('speaks of its own days, and of the year up to then', () => {
    const [month] = endedPeriods('monthly', day('2026-03-20'));
    const periods = month && draftPeriods('monthly', month);
    const texts = Object.entries(periods ?? {}).map(
      ([section, { from, to }]) => `${section} ${formatDay(from)} – ${formatDay(to)}`,
    );
    expect(texts).toEqual([
      ...['main 2026-02-15 – 2026-03-14', 'cumulative 2025-12-15 – 2026-03-14'],
      'pakn 2026-02-21 – 2026-03-20',
    ]);
    const [year] = endedPeriods('yearly', day('2026-12-20'));
    expect(Object.keys(year ? draftPeriods('yearly', year) : {})).toEqual(['main']);
  });

  it('is to be sent by the end of a working day after it, days off left out', () => {
    expect(local(sendBy(NATIONAL_CALENDAR, day('2026-01-14'), 3))).toBe('2026-01-19 17:00');
    expect(local(sendBy(NATIONAL_CALENDAR, day('2026-02-14'), 1))).toBe('2026-02-23 17:00');
  });

  it('is told apart by its kind and its days', () => {
    const days = { from: '2025-12-15', to: '2026-01-14' };
    expect(readReportSubject(reportSubject('monthly', days))).toEqual({
      ...{ report: 'monthly', ...days },
    });
    expect(readReportSubject('2027')).toBeUndefined();
  });
});
