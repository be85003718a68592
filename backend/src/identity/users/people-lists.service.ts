import { Inject, Injectable } from '@nestjs/common';
import type { ToldPerson } from '#domain/import';
import { refused, type Result } from '#domain/kernel';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { ProblemCode } from '#contract/problem';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import {
  listedPerson,
  type ListPlace,
  type ListedPerson,
  type PersonFault,
} from './listed-person.ts';
import { UserChanging } from './user-changes.service.ts';
import { USER, type UserRow } from './user-row.ts';
import { Users } from './users.service.ts';

/** Of which unit a list tells, and who brings it. */
interface PeopleListing {
  readonly unitId: number;
  readonly isCity: boolean;
  readonly ask: Ask;
}

export type ListedUser = Result<Pick<ListedPerson, 'kind' | 'changed'>, PersonFault>;

/** What the accounts themselves refuse, as the row is told. */
const FAULTS: ReadonlyMap<ProblemCode, readonly [PersonFault, string]> = new Map([
  ['username-taken', ['account-elsewhere', 'TenDangNhap']],
  ['not-permitted', ['account-elsewhere', 'TenDangNhap']],
  ['not-found', ['account-elsewhere', 'TenDangNhap']],
  ['last-administrator', ['last-administrator', 'VaiTro']],
  ['role-not-for-unit', ['role-not-for-unit', 'VaiTro']],
  ['unknown-department', ['unknown-department', 'Phong']],
] as const);

/** The people of a unit as a file tells of them. Nobody gets a password from a file. */
@Injectable()
export class PeopleLists {
  readonly #tenancy: Tenancy;
  readonly #users: Users;
  readonly #changing: UserChanging;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Users) users: Users,
    @Inject(UserChanging) changing: UserChanging,
  ) {
    this.#tenancy = tenancy;
    this.#users = users;
    this.#changing = changing;
  }

  look(listing: PeopleListing, told: readonly ToldPerson[]): Promise<readonly ListedUser[]> {
    return this.#held(listing, told);
  }

  /** One account after another, each as a whole; brought again, what was done already is as told. */
  async take(listing: PeopleListing, told: readonly ToldPerson[]): Promise<readonly ListedUser[]> {
    const held = await this.#held(listing, told);
    const listed: ListedUser[] = [];
    for (const each of held) {
      listed.push(each.ok ? await this.#taken(each.value, each, listing) : each);
    }
    return listed;
  }

  async #taken(
    person: ListedPerson,
    held: ListedUser,
    { ask: { actor, from } }: PeopleListing,
  ): Promise<ListedUser> {
    try {
      if (person.kind === 'new') await this.#users.add(person.user, { actor, from });
      if (person.kind === 'changed') {
        await this.#changing.change(person.id, person.changes, { actor, from });
      }
      return held;
    } catch (error) {
      const fault = error instanceof ProblemError ? FAULTS.get(error.code) : undefined;
      if (fault === undefined) throw error;
      return refused(fault[0], { column: fault[1] });
    }
  }

  async #held(
    { unitId, isCity, ask: { actor } }: PeopleListing,
    told: readonly ToldPerson[],
  ): Promise<readonly Result<ListedPerson, PersonFault>[]> {
    const rows = await this.#tenancy.ask<UserRow>(
      { units: actor.unitIds },
      `select ${USER} where username = any($1)`,
      [told.map(({ username }) => username)],
    );
    const known = new Map(rows.map((row) => [row.username, row]));
    const administered = actor.unitsWhere('users.write').map(({ id }) => id);
    const place: ListPlace = { unitId, isCity, administered };
    return told.map((each) => listedPerson(each, known.get(each.username), place));
  }
}
