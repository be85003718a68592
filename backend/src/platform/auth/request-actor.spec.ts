import { describe, expect, it } from '@jest/globals';
import type { Permission } from '#contract/identity';
import { RequestActor } from './request-actor.ts';

const unit = (id: number, ...permissions: Permission[]) => ({
  id,
  code: `H24.${id}`,
  name: `Xã ${id}`,
  kind: 'commune' as const,
  level: 'xa' as const,
  roles: [],
  departments: [],
  standsInFor: [],
  permissions,
});

const actor = (...units: ReturnType<typeof unit>[]) =>
  new RequestActor({ kind: 'user', id: 'u', units });

const both = actor(unit(1, 'users.read', 'users.write'), unit(2, 'users.read'));

describe('which unit is meant', () => {
  it('is the one named, when the actor may do it there', () => {
    expect(both.choose('users.read', 2).id).toBe(2);
  });

  it('is the only one where the actor may do it', () => {
    expect(both.choose('users.write', undefined).id).toBe(1);
  });

  it.each([
    ['another’s unit is as good as none', 'users.read', 3, 'not-found'],
    ['a unit where one may not', 'users.write', 2, 'not-permitted'],
    ['nowhere at all', 'audit.read', undefined, 'not-permitted'],
    ['several, and none is named', 'users.read', undefined, 'unit-required'],
  ] as const)('is refused: %s', (_what, permission, unitId, code) => {
    expect(() => both.choose(permission, unitId)).toThrow(code);
  });

  it('is every one of them for a list', () => {
    expect(both.covers('users.read', undefined)).toEqual([1, 2]);
    expect(both.covers('users.read', 1)).toEqual([1]);
    expect(() => both.covers('audit.read', undefined)).toThrow('not-permitted');
  });

  it('is remembered to have been asked about', () => {
    const fresh = actor(unit(1, 'users.read'));
    expect(fresh.wasAsked).toBe(false);
    fresh.may('users.read');
    expect(fresh.wasAsked).toBe(true);
  });
});
