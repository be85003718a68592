import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { NATIONAL_CALENDAR } from '../../../test/support/office.ts';
import { livedAs, type Telling } from '../../../test/support/reported-history.ts';
import { dayOf } from '../working-time/index.ts';
import { refusalsOf, reviewOf, stoodStill, type Life, type Listed } from './review.ts';
import { spreadOf, spreadsOf, stepDurations } from './step-times.ts';

const MARCH = { from: dayOf(at('2026-03-02')), to: dayOf(at('2026-03-06')) };

const RECEIVED: Telling = ['received', '2026-03-02 08:00', { due: '2026-03-04 17:00' }];

const ASKED = (when: string): Telling => ['supplementRequested', when, { due: null }];
const CAME = (when: string, due: string): Telling => ['supplementReceived', when, { due }];

const life = (id: string, ...tellings: readonly Telling[]): Life =>
  livedAs({ id }, RECEIVED, ...tellings);

const told = ({ rows, total }: Listed): Record<string, readonly string[]> => ({
  ...Object.fromEntries(rows.map(({ key, cells }) => [key, cells.dossiers])),
  total: total.dossiers,
});

const review = (...lives: readonly Life[]) =>
  told(reviewOf(lives, { ...MARCH, calendar: NATIONAL_CALENDAR }));

describe('cần xem lại', () => {
  it.each([
    ['2026-03-04 14:59', undefined],
    ['2026-03-04 15:00', 'supplementAtLast'],
    ['2026-03-04 17:00', 'supplementAtLast'],
    ['2026-03-04 17:01', 'supplementAfterDue'],
    ['2026-03-07 08:00', undefined],
  ])('a supplement asked for at %s', (when, row) => {
    const found = review(life('a', ASKED(when)));
    expect(found).toEqual(row === undefined ? { total: [] } : { [row]: ['a'], total: ['a'] });
  });

  it('a refusal after the due moment, not one in time', () => {
    const refused = (when: string): Telling => ['refused', when, { payload: { reasonCode: 'x' } }];
    const found = review(
      life('late', refused('2026-03-05 08:00')),
      life('early', refused('2026-03-03 08:00')),
    );
    expect(found).toEqual({ refusedAfterDue: ['late'], total: ['late'] });
  });

  it('a second supplement, and a hold; a dossier in several rows is one in the total', () => {
    const found = review(
      life(
        'a',
        ASKED('2026-03-02 09:00'),
        CAME('2026-03-03 09:00', '2026-03-05 17:00'),
        ASKED('2026-03-05 16:00'),
      ),
      life('b', ['held', '2026-03-03 08:00', { due: null, payload: { basisCode: 'x' } }]),
    );
    expect(found).toEqual({
      ...{ supplementAtLast: ['a'], manySupplements: ['a'], held: ['b'] },
      total: ['a', 'b'],
    });
  });
});

describe('refused, and standing still', () => {
  const lives = [
    life('a', ['refused', '2026-03-03 08:00', { payload: { reasonCode: 'thieu-giay-to' } }]),
    life('b', ['stopped', '2026-03-03 08:00', { payload: { reasonCode: 'khong-bo-sung' } }]),
    life('c', ASKED('2026-03-03 08:00')),
    life('d', ['held', '2026-03-03 08:00', { due: null, payload: { basisCode: 'x' } }]),
    life('e'),
  ];

  it('is told by the ground that was given', () => {
    expect(told(refusalsOf(lives, MARCH))).toEqual({
      ...{ 'khong-bo-sung': ['b'], 'thieu-giay-to': ['a'] },
      total: ['a', 'b'],
    });
  });

  it('is a line of its own', () => {
    expect(told(stoodStill(lives, MARCH))).toEqual({
      ...{ refused: ['a', 'b'], awaitingSupplement: ['c'], onHold: ['d'] },
      total: ['a', 'b', 'c', 'd'],
    });
  });
});

describe('how long a step takes', () => {
  it('is told by times that were really there', () => {
    expect(spreadOf([])).toBeNull();
    expect(spreadOf([7])).toEqual({
      ...{ count: 1, least: 7, lowerQuarter: 7, median: 7, upperQuarter: 7, p90: 7, most: 7 },
    });
    expect(spreadOf([10, 1, 9, 2, 8, 3, 7, 4, 6, 5])).toEqual({
      ...{ count: 10, least: 1, lowerQuarter: 3, median: 5, upperQuarter: 8, p90: 9, most: 10 },
    });
  });

  it('counts the stays that ended in the period', () => {
    const stay = (endedAt: string | null) => ({
      ...{ stepKey: 'ky', departmentCode: 'vp', startedAt: at('2026-03-01 08:00') },
      ...{ endedAt: endedAt === null ? null : at(endedAt), dueAt: null },
    });
    const { dossier } = life('a');
    const stays = [stay('2026-03-01 09:00'), stay('2026-03-02 08:00'), stay(null)];
    const scope = { ...MARCH, by: 'department' } as const;
    const times = spreadsOf([stepDurations([{ ...dossier, stays }], scope, () => 42)]);
    expect([...times]).toEqual([['vp', expect.objectContaining({ count: 1, median: 42 })]]);
  });
});
