import type { User } from '#contract/identity';
import type { Department } from '#contract/units';
import { plainLetters } from '../language/index.ts';

/** A department with those who work there. */
export interface DepartmentLine {
  readonly id: string;
  readonly department: Department;
  readonly heads: readonly string[];
  readonly members: readonly string[];
}

const worksIn =
  ({ unitId, code }: Department) =>
  ({ memberships, disabled }: User): boolean =>
    !disabled && memberships.some((each) => each.unitId === unitId && each.departmentCode === code);

const headsThere =
  ({ unitId, code }: Department) =>
  ({ memberships }: User): boolean =>
    memberships.some(
      (each) =>
        each.unitId === unitId && each.departmentCode === code && each.roles.includes('head'),
    );

/** Those at work first, by name; those given up behind them. */
export const departmentLines = (
  departments: readonly Department[],
  users: readonly User[],
): readonly DepartmentLine[] =>
  departments
    .map((department) => {
      const there = users.filter(worksIn(department));
      const [heads, members] = [there.filter(headsThere(department)), there];
      const namesOf = (people: readonly User[]): readonly string[] =>
        people.map(({ displayName }) => displayName);
      return {
        ...{ id: department.code, department },
        heads: namesOf(heads),
        members: namesOf(members.filter((each) => !heads.includes(each))),
      };
    })
    .toSorted(
      (one, other) =>
        Number(one.department.closed) - Number(other.department.closed) ||
        one.department.name.localeCompare(other.department.name, 'vi'),
    );

/** @example codeFor('Tư pháp – Hộ tịch') is 'tu-phap-ho-tich' */
export const codeFor = (name: string): string =>
  plainLetters(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 32)
    .replaceAll(/^-+|-+$/g, '');
