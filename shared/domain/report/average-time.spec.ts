import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { reported, type Telling } from '../../../test/support/reported-history.ts';
import { dayOf, hours, millis } from '../working-time/index.ts';
import { averageTimes } from './average-time.ts';

const JANUARY = { from: dayOf(at('2025-12-15')), to: dayOf(at('2026-01-14')) };

const RECEIVED: Telling = ['received', '2026-01-12 08:00', { due: '2026-01-13 17:00' }];
const issued = (when: string): Telling => ['resultIssued', when, { due: '2026-01-13 17:00' }];

describe('the average time of results', () => {
  const dossiers = [
    reported({ id: 'early' }, RECEIVED, issued('2026-01-13 08:00')),
    reported({ id: 'late' }, RECEIVED, issued('2026-01-14 08:00')),
    reported({ id: 'onTime' }, RECEIVED, issued('2026-01-13 17:00')),
    reported({ id: 'open' }, RECEIVED),
    reported({ id: 'refused' }, RECEIVED, ['refused', '2026-01-13 08:00']),
    reported({ id: 'later' }, RECEIVED, issued('2026-01-15 00:00')),
  ];

  it('is taken over the results of the period, and no other dossier', () => {
    const spent = { early: 8, late: 16, onTime: 10 } as Record<string, number>;
    const times = averageTimes(dossiers, JANUARY, ({ id, intake }) => [
      { key: intake.procedure.code, worked: hours(spent[id] ?? 1000) },
    ]);
    expect(times).toEqual([
      {
        key: '1.004873',
        members: ['early', 'late', 'onTime'],
        total: hours(34),
        average: millis(40_800_000),
      },
    ]);
  });

  it('counts a dossier once at a step to which it came back', () => {
    const times = averageTimes(dossiers.slice(0, 1), JANUARY, () => [
      { key: 'thamDinh', worked: hours(2) },
      { key: 'ky', worked: hours(1) },
      { key: 'thamDinh', worked: hours(3) },
    ]);
    expect(times.map(({ key, members, average }) => [key, members.length, average])).toEqual([
      ['thamDinh', 1, hours(5)],
      ['ky', 1, hours(1)],
    ]);
  });

  it('is not there where nothing was asked for', () => {
    expect(averageTimes([], JANUARY, () => [])).toEqual([]);
  });
});
