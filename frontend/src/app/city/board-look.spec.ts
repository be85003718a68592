import { describe, expect, it } from '@jest/globals';
import type { CityReport } from '#contract/reports';
import { boardUnits, groupsOf, heatOf, ranked, weightOf, type BoardUnit } from './board-look.ts';

const unit = (code: string, changes: Partial<BoardUnit> = {}): BoardUnit => ({
  ...{ id: Number(code), code, name: `Xã ${code}`, level: 'xa', open: 0, overdue: 0 },
  ...{ dueToday: 0, stepLate: 0, paused: 0, received: 0, settled: 0, distances: [] },
  ...{ inTime: { numerator: 0, denominator: 0, text: null }, review: null, report: null },
  ...changes,
});
const share = (numerator: number, denominator: number) => ({ numerator, denominator, text: '' });

describe('the board of a city', () => {
  it('warns of what is overdue before what is due today, and of nothing where nothing is', () => {
    const heats = [
      unit('1', { overdue: 1, dueToday: 3 }),
      unit('2', { dueToday: 3 }),
      unit('3', { open: 5 }),
      unit('4'),
    ].map(heatOf);
    expect(heats).toEqual(['overdue', 'today', 'calm', 'none']);
  });

  it('lists wards, communes and special zones apart', () => {
    const groups = groupsOf([unit('1'), unit('2', { level: 'phuong' }), unit('3')]);
    expect(groups.map(({ level, units }) => [level, units.length])).toEqual([
      ['phuong', 1],
      ['xa', 2],
    ]);
  });

  it('ranks by a ratio, those without anything last, and by a number', () => {
    const units = [
      unit('1'),
      unit('2', { inTime: share(9, 10), overdue: 2 }),
      unit('3', { inTime: share(18, 20), overdue: 1 }),
      unit('4', { distances: [{ indicator: 'reused', needed: 0, ...share(1, 1) }] }),
    ];
    const order = (key: Parameters<typeof ranked>[1]) => ranked(units, key).map(({ code }) => code);
    expect(order('inTime')).toEqual(['3', '2', '1', '4']);
    expect(order('overdue')[0]).toBe('2');
    expect(order('target:reused')[0]).toBe('4');
  });
});

describe('the room a unit takes on the board', () => {
  it('is the greater the more goes late there, and the same for all where nothing does', () => {
    const units = [
      unit('1', { overdue: 9, dueToday: 3 }),
      unit('2', { dueToday: 6 }),
      unit('3', { overdue: 4 }),
      unit('4', { open: 40 }),
    ];
    expect(units.map((each) => weightOf(each, units))).toEqual([
      ...['big', 'middle', 'small', 'small'],
    ]);
    const calm = [unit('1'), unit('2')];
    expect(calm.map((each) => weightOf(each, calm))).toEqual(['small', 'small']);
  });
});

describe('what is asked of a unit beside its work', () => {
  const reportOf = (id: number, standing: CityReport['standing']): CityReport => ({
    unit: { id, code: String(id), name: `Xã ${String(id)}`, level: 'xa' },
    ...{ dueAt: '2026-01-20T17:00:00+07:00', standing, sentAt: null, issue: null, file: null },
    countedBy: null,
  });

  it('is not known before it is told, and sorts by who owes most', () => {
    const units = [unit('1'), unit('2'), unit('3')];
    expect(boardUnits(units, undefined, undefined)).toEqual(units);
    const review = [{ id: 2, code: '2', name: 'Xã 2', rows: [], total: 4 }];
    const reports = [reportOf(1, 'sent'), reportOf(2, 'notSent'), reportOf(3, 'overdue')];
    const told = boardUnits(units, review, reports);
    expect(told.map((each) => [each.review, each.report?.standing])).toEqual([
      [null, 'sent'],
      [4, 'notSent'],
      [null, 'overdue'],
    ]);
    expect(ranked(told, 'report').map(({ code }) => code)).toEqual(['3', '2', '1']);
    expect(ranked(told, 'review').map(({ code }) => code)).toEqual(['2', '1', '3']);
  });
});
