import { describe, expect, it } from '@jest/globals';
import { formatInstant, parseInstant, type Instant } from '#domain/working-time';
import { firesDue, lastFire, nextFire, type Recurrence } from './recurrence.ts';

const at = (text: string): Instant => {
  const moment = parseInstant(`${text}+07:00`);
  if (moment === undefined) throw new Error(text);
  return moment;
};

const told = (moments: readonly Instant[]) =>
  moments.map((moment) => formatInstant(moment).slice(0, 16));

const nightly: Recurrence = { at: '02:30' };
const onMondays: Recurrence = { at: '07:00', on: { weekday: 0 } };
const onThe15th: Recurrence = { at: '00:05', on: { dayOfMonth: 15 } };

describe('work to be done every night', () => {
  it('was to be done this night once its time has come', () => {
    expect(told([lastFire(nightly, at('2026-03-03T02:30:00'))])).toEqual(['2026-03-03T02:30']);
    expect(told([lastFire(nightly, at('2026-03-03T02:29:59'))])).toEqual(['2026-03-02T02:30']);
  });

  it('comes again the next night', () => {
    expect(told([nextFire(nightly, at('2026-03-03T02:30:00'))])).toEqual(['2026-03-04T02:30']);
    expect(told([nextFire(nightly, at('2026-12-31T23:00:00'))])).toEqual(['2027-01-01T02:30']);
  });

  it('is made up for once after a week in which nobody was there', () => {
    const due = firesDue(nightly, at('2026-03-09T08:00:00'), at('2026-03-02T02:30:00'));
    expect(told(due)).toEqual(['2026-03-09T02:30']);
  });

  it('is made up for night by night where every night counts', () => {
    const each = { ...nightly, missed: 'each' } as const;
    const due = firesDue(each, at('2026-03-04T08:00:00'), at('2026-03-01T02:30:00'));
    expect(told(due)).toEqual(['2026-03-02T02:30', '2026-03-03T02:30', '2026-03-04T02:30']);
  });

  it('is not done again when the clock was set back', () => {
    expect(firesDue(nightly, at('2026-03-03T01:00:00'), at('2026-03-03T02:30:00'))).toEqual([]);
  });

  it('is done once by who begins, for the night before', () => {
    const due = firesDue({ ...nightly, missed: 'each' }, at('2026-03-03T01:00:00'), undefined);
    expect(told(due)).toEqual(['2026-03-02T02:30']);
  });
});

describe('work to be done on some days', () => {
  it('waits for its day of the week', () => {
    expect(told([nextFire(onMondays, at('2026-03-03T08:00:00'))])).toEqual(['2026-03-09T07:00']);
    expect(told([lastFire(onMondays, at('2026-03-08T08:00:00'))])).toEqual(['2026-03-02T07:00']);
  });

  it('waits for its day of the month, also over a short one', () => {
    expect(told([nextFire(onThe15th, at('2026-02-15T00:05:00'))])).toEqual(['2026-03-15T00:05']);
    expect(told([lastFire(onThe15th, at('2026-03-14T23:00:00'))])).toEqual(['2026-02-15T00:05']);
  });

  it('is refused where its day would not always come', () => {
    const never = { at: '00:05', on: { dayOfMonth: 32 } } as const;
    expect(() => nextFire(never, at('2026-02-15T00:05:00'))).toThrow('never comes');
  });
});
