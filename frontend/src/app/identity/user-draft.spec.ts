import { describe, expect, it } from '@jest/globals';
import { newUserSchema, userChangesSchema, type User } from '#contract/identity';
import { bodyOf, draftOf, emptyDraft, faultsOf } from './user-draft.ts';

const hoa: User = {
  ...{ id: '0197c5a0-7d1e-7000-8000-000000000001', username: 'hoa.nt', title: 'Công chức' },
  ...{ displayName: 'Nguyễn Thị Hoa', signingForm: null, disabled: false },
  memberships: [
    { unitId: 2, departmentCode: 'tu-phap', roles: ['processing'] },
    { unitId: 3, roles: ['clerk'] },
    { unitId: 4, roles: ['clerk'] },
  ],
  ...{ mustChangePassword: false, secondFactor: false, lastSeenAt: null },
  createdAt: '2026-03-02T08:00:00+07:00',
};

describe('what is typed about somebody', () => {
  it('is not enough without a name and a role', () => {
    expect(faultsOf(emptyDraft)).toEqual({ name: true, username: true, roles: true });
    expect(faultsOf(draftOf(hoa, 2))).toEqual({ name: false, username: false, roles: false });
  });

  it('leaves places in other units as they are, and those one does not look after alone', () => {
    const draft = { ...draftOf(hoa, 2), title: '' };
    const body = bodyOf(draft, { user: hoa, unitId: 2, mine: [2, 3] });
    expect(userChangesSchema.parse(body)).toEqual({
      title: null,
      memberships: [
        { unitId: 3, roles: ['clerk'] },
        { unitId: 2, departmentCode: 'tu-phap', roles: ['processing'] },
      ],
    });
  });

  it('makes somebody new whole', () => {
    const places = [{ departmentCode: '', roles: ['reception' as const] }];
    const draft = { ...emptyDraft, displayName: ' Lê An ', username: 'an.l', places };
    const body = bodyOf(draft, { user: undefined, unitId: 2, mine: [2] });
    expect(newUserSchema.parse(body)).toEqual({
      ...{ displayName: 'Lê An', username: 'an.l', unitId: 2 },
      memberships: [{ unitId: 2, roles: ['reception'] }],
    });
  });
});
