import { describe, expect, it } from '@jest/globals';
import { shapeOf, topOf } from './trend-shape.ts';

const aDay = (more: object) => ({
  ...{ day: '2026-03-02', isWorked: true, received: 0, finished: 0, inTime: 0, late: 0 },
  ...more,
});

describe('the chart of days', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [17, 20],
    [21, 50],
    [100, 100],
    [101, 200],
  ])('has room for %d under %d', (most, top) => {
    expect(topOf(most)).toBe(top);
  });

  it('stands what was late on what was in time', () => {
    const { inTime, late, height } = shapeOf([
      aDay({ received: 10, finished: 10, inTime: 6, late: 4 }),
    ]);
    const [below, above] = [inTime, late].map(([bar]) => ({ y: 0, height: 0, ...bar }));
    expect(below).toMatchObject({ y: (above?.y ?? 0) + (above?.height ?? 0) });
    expect(above).toMatchObject({ y: 0, height: height * 0.4 });
  });

  it('shades the days on which nobody works', () => {
    expect(shapeOf([aDay({}), aDay({ isWorked: false })]).daysOff).toHaveLength(1);
  });
});
