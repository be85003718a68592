import { describe, expect, it } from '@jest/globals';
import {
  steeringCells,
  type Steering,
  type SteeringItem,
  type SteeringRow,
} from '#contract/steering';
import { candidatesFor, handBack } from './colleagues.ts';

const cells = (open: number) =>
  ({
    ...Object.fromEntries(steeringCells.map((cell) => [cell, 0])),
    open,
  }) as SteeringRow['cells'];

const row = (key: string, open: number): SteeringRow => ({
  ...{ key, label: key, isAway: false },
  cells: cells(open),
});

const board = (by: Steering['by'], rows: readonly SteeringRow[]): Steering => ({
  ...{ unitId: 7, at: '2026-03-04T08:00:00+07:00', by, mayAskBy: [by], isWholeUnit: false },
  today: { received: 0, finished: 0, late: 0 },
  ...{ total: cells(0), rows },
  away: [
    {
      ...{ userId: 'chi', displayName: 'chi', substitute: null },
      ...{ from: '2026-03-04T00:00:00+07:00', to: '2026-03-06T17:00:00+07:00' },
    },
  ],
});

const user = (
  id: string,
  departmentCode: string,
  role: 'director' | 'processing' = 'processing',
) => ({
  ...{ id, displayName: id },
  memberships: [{ unitId: 7, departmentCode, roles: [role] }],
});

const USERS = [
  user('an', 'tu-phap'),
  user('binh', 'kinh-te'),
  user('chi', 'tu-phap'),
  user('dung', 'tu-phap'),
  user('giam-doc', 'tu-phap', 'director'),
];

const item = { holder: { userId: 'an' }, departmentCode: 'tu-phap' } as SteeringItem;
const keysOf = (told: Steering) =>
  candidatesFor({ board: told, unitId: 7, users: USERS, item }).map(({ key }) => key);

describe('to whom a dossier can go', () => {
  it('is the own department for a head: who holds least first, who is away last', () => {
    const rows = [row('an', 4), row('chi', 0), row('dung', 3)];
    expect(keysOf(board('officer', rows))).toEqual(['dung', 'chi']);
  });

  it('is everybody who works on dossiers for a leader: the own department of the dossier first', () => {
    expect(keysOf(board('department', [row('tu-phap', 4)]))).toEqual(['dung', 'binh', 'chi']);
  });
});

describe('a dossier that was handed over', () => {
  it('can go back to whoever held it, in the department it lay in', () => {
    const holder = { userId: 'an', departmentCode: 'tu-phap' };
    expect(handBack({ holder })).toEqual(holder);
    expect(handBack({ holder: { departmentCode: 'tu-phap' } })?.departmentCode).toBe('tu-phap');
  });

  it('cannot go back to nobody, or to another office', () => {
    expect(handBack({ holder: null })).toBeUndefined();
    expect(handBack({ holder: { agency: 'Công an', departmentCode: 'tu-phap' } })).toBeUndefined();
  });
});
