import { expect, it } from '@jest/globals';
import { columnsWithin } from './table-column.ts';

const column = (rank: number, width?: string) => ({ rank, width });

const columns = [
  column(1, '10rem'),
  column(3, '6rem'),
  column(1),
  column(2, '5rem'),
  column(3, '2rem'),
] as const;
const [first, third, free, second, last] = columns;
const WITH_SECOND = 160 + 112 + 80;

it('columns leave one by one while they could still be read, the least needed first', () => {
  expect(columnsWithin(columns, WITH_SECOND + 96 + 32)).toEqual(columns);
  expect(columnsWithin(columns, WITH_SECOND + 96 + 31)).toEqual([first, third, free, second]);
  expect(columnsWithin(columns, WITH_SECOND + 95)).toEqual([first, free, second]);
  expect(columnsWithin(columns, WITH_SECOND - 1)).toEqual([first, free]);
});

it('what always stays stays without room, and nothing less needed in its place', () => {
  expect(columnsWithin(columns, 0)).toEqual([first, free]);
  expect(columnsWithin([first, second, last], 160 + 40)).toEqual([first]);
});
