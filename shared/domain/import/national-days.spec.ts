import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, local } from '../../../test/support/moment.ts';
import { NATIONAL_CALENDAR } from '../../../test/support/office.ts';
import { HOUR_MS, dayOf, instant, plusDays, startOf } from '../working-time/index.ts';
import { placedDates, type DatesTold, type DateTold } from './national-days.ts';

const day = (text: string): DateTold => ({ kind: 'day', day: dayOf(at(`${text} 00:00`)) });
const moment = (text: string): DateTold => ({ kind: 'moment', at: at(text) });

const office = { calendar: NATIONAL_CALENDAR, exportedAt: at('2026-03-20 08:00') };

const placed = (told: DatesTold, exportedAt = office.exportedAt): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(placedDates(told, { ...office, exportedAt })).map(([column, when]) => [
      column,
      local(when),
    ]),
  );

describe('a list that knows days only', () => {
  it('lets a dossier come when the office opens, and end when it closes', () => {
    expect(placed({ NgayTiepNhan: day('2026-03-02'), NgayKetThucXuLy: day('2026-03-04') })).toEqual(
      { NgayTiepNhan: '2026-03-02 07:30', NgayKetThucXuLy: '2026-03-04 17:00' },
    );
  });

  it('counts what was finished on the promised day as finished when it was promised', () => {
    const told = { NgayHenTra: moment('2026-03-04 10:00'), NgayKetThucXuLy: day('2026-03-04') };
    expect(placed(told)['NgayKetThucXuLy']).toBe('2026-03-04 10:00');
  });

  it('keeps the order of a day on which some hours are known', () => {
    expect(
      placed({
        NgayTiepNhan: day('2026-03-02'),
        NgayKetThucXuLy: moment('2026-03-02 07:10'),
        NgayTra: day('2026-03-02'),
      }),
    ).toEqual({
      NgayTiepNhan: '2026-03-02 07:10',
      NgayKetThucXuLy: '2026-03-02 07:10',
      NgayTra: '2026-03-02 17:00',
    });
    expect(
      placed({ NgayKetThucXuLy: moment('2026-03-02 19:00'), NgayTra: day('2026-03-02') }),
    ).toMatchObject({ NgayTra: '2026-03-02 19:00' });
  });

  it('tells nothing later than the list itself', () => {
    expect(
      placed({ NgayKetThucXuLy: day('2026-03-20') }, at('2026-03-20 10:15'))['NgayKetThucXuLy'],
    ).toBe('2026-03-20 10:15');
  });

  it('is early, on time or late exactly as the days are', () => {
    const first = dayOf(at('2026-01-05 00:00'));
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(60),
        fc.nat(60),
        // A promise for midnight is one for the end of the day before.
        fc.option(fc.integer({ min: 1, max: 23 }), { nil: undefined }),
        (received, toDue, toFinish, hour) => {
          const receivedOn = plusDays(first, received);
          const [dueOn, finishOn] = [
            plusDays(receivedOn, toDue + 1),
            plusDays(receivedOn, toFinish + 1),
          ];
          const due: DateTold =
            hour === undefined
              ? { kind: 'day', day: dueOn }
              : { kind: 'moment', at: instant(startOf(dueOn) + hour * HOUR_MS) };
          const dates = placedDates(
            {
              NgayTiepNhan: { kind: 'day', day: receivedOn },
              NgayHenTra: due,
              NgayKetThucXuLy: { kind: 'day', day: finishOn },
            },
            { ...office, exportedAt: at('2026-12-01 08:00') },
          );
          const { NgayKetThucXuLy: finishedAt, NgayHenTra: dueAt } = dates;
          if (finishedAt === undefined || dueAt === undefined) throw new Error('not placed');
          expect(dayOf(finishedAt)).toBe(finishOn);
          expect(Math.sign(finishedAt - dueAt)).toBe(Math.sign(finishOn - dueOn));
        },
      ),
    );
  });
});
