import { describe, expect, it } from '@jest/globals';
import type { User } from '#contract/identity';
import { departmentCode } from '#contract/units';
import { codeFor, departmentLines } from './department-lines.ts';

const aUser = (displayName: string, departmentCode: string, more: Partial<User> = {}): User => ({
  ...{ id: displayName, username: displayName, displayName, title: null, signingForm: null },
  memberships: [{ unitId: 2, departmentCode, roles: ['processing'] }],
  ...{ disabled: false, mustChangePassword: false, secondFactor: false, lastSeenAt: null },
  createdAt: '2026-03-02T08:00:00+07:00',
  ...more,
});

const aDepartment = (code: string, name: string, closed = false) => ({
  ...{ unitId: 2, code, name, closed },
});

describe('the departments of a unit', () => {
  it('are told with their heads and whoever else works there now', () => {
    const head = aUser('Lê Bình', 'tu-phap', {
      memberships: [{ unitId: 2, departmentCode: 'tu-phap', roles: ['head'] }],
    });
    const users = [
      ...[aUser('Trần An', 'tu-phap'), head, aUser('Đã nghỉ', 'tu-phap', { disabled: true })],
      aUser('Nơi khác', 'kinh-te'),
    ];
    const [line] = departmentLines([aDepartment('tu-phap', 'Tư pháp')], users);
    expect(line).toMatchObject({ heads: ['Lê Bình'], members: ['Trần An'] });
  });

  it('stand by name, those given up behind the others', () => {
    const given = [
      ...[aDepartment('c', 'Văn hóa'), aDepartment('b', 'An ninh', true)],
      aDepartment('a', 'Địa chính'),
    ];
    const names = departmentLines(given, []).map(({ department }) => department.name);
    expect(names).toEqual(['Địa chính', 'Văn hóa', 'An ninh']);
  });
});

describe('a suggested code', () => {
  it.each([
    ['Tư pháp – Hộ tịch', 'tu-phap-ho-tich'],
    ['Kinh tế, Hạ tầng và Đô thị phường Ngô Quyền', 'kinh-te-ha-tang-va-do-thi-phuong'],
  ])('for “%s” is “%s”', (name, code) => {
    expect(codeFor(name)).toBe(code);
    expect(departmentCode.safeParse(codeFor(name)).success).toBe(true);
  });
});
