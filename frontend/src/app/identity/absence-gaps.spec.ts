import { describe, expect, it } from '@jest/globals';
import type { Absence, User } from '#contract/identity';
import type { Role } from '#domain/dossier';
import { formatInstant } from '#domain/working-time';
import { gapsIn } from './absence-gaps.ts';

const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T00:00:00+07:00`;

const away = (who: string, substitute: string | null, [from, to]: readonly [number, number]) =>
  ({
    ...{ id: `${who} ${from}`, unitId: 2, user: { id: who, displayName: who } },
    substitute: substitute === null ? null : { id: substitute, displayName: substitute },
    ...{ from: day(from), to: day(to), state: 'upcoming' },
  }) satisfies Absence;

const aColleague = (id: string, role: Role): User => ({
  ...{ id, username: id, displayName: id, title: null, signingForm: null },
  memberships: [{ unitId: 2, roles: [role] }],
  ...{ disabled: false, mustChangePassword: false, secondFactor: false, lastSeenAt: null },
  createdAt: day(1),
});

const staff = [aColleague('truong', 'head'), aColleague('an', 'processing')];

const told = (absences: readonly Absence[]) =>
  gapsIn(absences, staff).map(({ absence, from, to, why }) => [
    ...[absence.user.id, Number(formatInstant(from).slice(8, 10))],
    ...[Number(formatInstant(to).slice(8, 10)), why],
  ]);

describe('gaps while people are away', () => {
  it('are none where somebody stands in', () => {
    expect(told([away('truong', 'an', [2, 6])])).toEqual([]);
  });

  it('are told of a leader before others', () => {
    expect(told([away('an', null, [2, 3]), away('truong', null, [4, 6])])).toEqual([
      ['truong', 4, 6, 'leaderUncovered'],
      ['an', 2, 3, 'officerUncovered'],
    ]);
  });

  it('are only the days on which whoever stands in is away as well, with nobody behind', () => {
    const both = [away('truong', 'an', [2, 9]), away('an', null, [4, 6])];
    expect(told(both)).toContainEqual(['truong', 4, 6, 'substituteAway']);
    const chain = [...both.slice(0, 1), away('an', 'binh', [4, 6])];
    expect(told(chain)).toEqual([]);
    const broken = [...chain, away('binh', null, [5, 20])];
    expect(told(broken)).toContainEqual(['truong', 5, 6, 'substituteAway']);
  });
});
