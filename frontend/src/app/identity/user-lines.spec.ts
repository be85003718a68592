import { describe, expect, it } from '@jest/globals';
import type { Membership, User } from '#contract/identity';
import { onlyHeadOf, shownLines, userLine } from './user-lines.ts';

const UNIT = 2;

const aUser = (id: string, more: Partial<User> = {}): User => ({
  ...{ id, username: id, displayName: 'Nguyễn Thị Hoa', title: null, signingForm: null },
  ...{ memberships: [], disabled: false, mustChangePassword: false, secondFactor: false },
  ...{ createdAt: '2026-03-02T08:00:00+07:00', lastSeenAt: '2026-03-02T08:00:00+07:00' },
  ...more,
});

const head = (departmentCode: string, unitId = UNIT): Membership => ({
  ...{ unitId, departmentCode, roles: ['head', 'processing'] },
});

const naming = {
  unitId: UNIT,
  roleName: (role: string) => ({ head: 'Lãnh đạo phòng', processing: 'Thụ lý' })[role] ?? role,
  departmentName: (code: string) => ({ 'tu-phap': 'Tư pháp' })[code] ?? code,
};

const line = (id: string, more: Partial<User> = {}) => userLine(aUser(id, more), naming);

describe('a person in the list', () => {
  it('is told with the roles and departments of this unit, and no other', () => {
    const memberships = [head('tu-phap'), head('xa-khac', 9)];
    expect(line('a', { memberships })).toMatchObject({
      roles: 'Lãnh đạo phòng, Thụ lý',
      departments: 'Tư pháp',
      state: 'working',
    });
    expect(line('b', { lastSeenAt: null }).state).toBe('never');
    expect(line('c', { disabled: true, lastSeenAt: null }).state).toBe('closed');
  });

  it('is found by any part of name, role or department, without accents', () => {
    const lines = [line('a', { memberships: [head('tu-phap')] }), line('b')];
    const found = (typed: string) => shownLines(lines, { state: 'all', typed }).map(({ id }) => id);
    expect(found('hoa tu phap')).toEqual(['a']);
    expect(found('nguyen')).toEqual(['a', 'b']);
    expect(found('khong co ai')).toEqual([]);
  });

  it('stands behind those who work here when the account is closed', () => {
    const lines = [line('left', { disabled: true }), line('here')];
    const ids = (state: 'all' | 'closed') =>
      shownLines(lines, { state, typed: '' }).map(({ id }) => id);
    expect(ids('all')).toEqual(['here', 'left']);
    expect(ids('closed')).toEqual(['left']);
  });
});

describe('whoever is the only head', () => {
  it('is so of departments that no other working colleague heads', () => {
    const one = aUser('a', { memberships: [head('tu-phap'), head('kinh-te')] });
    const other = aUser('b', { memberships: [head('kinh-te')] });
    const left = aUser('c', { memberships: [head('tu-phap')], disabled: true });
    expect(onlyHeadOf(one, [one, other, left], UNIT)).toEqual(['tu-phap']);
    expect(onlyHeadOf(other, [one, other, left], UNIT)).toEqual([]);
  });
});
