import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Membership, NewUser, User, UsersQuery } from '#contract/identity';
import type { Page } from '#contract/list';
import { AuditBook } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { once } from '../../platform/idempotency/once.ts';
import { pageOfRows, part, readCursor } from '../../platform/list/page.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { NewPasswords } from '../password/new-passwords.ts';
import { checkMemberships, merged } from './member-rules.ts';
import { USER, type UserRow, userOf } from './user-row.ts';

/** Each with the unit it is in: its own, the request's, or the only one where the actor may say so. */
const placed = ({ unitId, memberships }: NewUser, actor: RequestActor): readonly Membership[] => {
  const chosen = (of: number | undefined) => actor.choose('users.write', of ?? unitId).id;
  if (unitId !== undefined) actor.require('users.write', unitId);
  return memberships.map((membership) => ({ ...membership, unitId: chosen(membership.unitId) }));
};

export const insertMemberships = async (
  transaction: Transaction,
  userId: string,
  memberships: readonly Membership[],
): Promise<void> => {
  for (const { unitId, departmentCode, roles } of memberships) {
    await transaction.execute(
      'insert into membership (unit_id, user_id, department_code, roles) values ($1, $2, $3, $4)',
      [unitId, userId, departmentCode, roles],
    );
  }
};

/** The people of the units. */
@Injectable()
export class Users {
  readonly #tenancy: Tenancy;
  readonly #passwords: NewPasswords;
  readonly #audit: AuditBook;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(NewPasswords) passwords: NewPasswords,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#tenancy = tenancy;
    this.#passwords = passwords;
    this.#audit = audit;
  }

  async list(actor: RequestActor, { limit, cursor, unitId }: UsersQuery): Promise<Page<User>> {
    const [after = ''] = readCursor(cursor, part.text) ?? [];
    const covered = actor.covers('users.read', unitId);
    const rows = await this.#tenancy.ask<UserRow>(
      { units: actor.unitIds },
      `select ${USER} where username collate "C" > $1 and exists (
         select from membership where user_id = who.id and unit_id = any($2))
       order by username collate "C" limit $3`,
      [after, covered, limit + 1],
    );
    return pageOfRows(rows, limit, {
      item: (row) => userOf(row, { actor }),
      key: ({ username }) => [username],
    });
  }

  async get(id: string, actor: RequestActor): Promise<User> {
    const [row] = await this.#tenancy.ask<UserRow>(
      { units: actor.unitIds },
      `select ${USER} where who.id = $1`,
      [id],
    );
    if (row === undefined) throw new ProblemError('not-found');
    return userOf(row, { actor });
  }

  async add(wanted: NewUser, ask: Ask): Promise<User> {
    const memberships = merged(placed(wanted, ask.actor));
    const passwordHash = await this.#hashOf(wanted);
    const units = memberships.map(({ unitId }) => unitId);
    const done = await this.#tenancy.within({ units }, (transaction) =>
      once(transaction, ask.asking, async () => {
        await checkMemberships(transaction, memberships);
        const id = await this.#insert(transaction, wanted, passwordHash);
        await insertMemberships(transaction, id, memberships);
        await this.#note(transaction, { id, memberships, ask });
        return { id, result: undefined };
      }),
    );
    return this.get(done.id, ask.actor);
  }

  /** An account without a password waits for a reset link. */
  async #hashOf({ password, username, displayName }: NewUser): Promise<string | null> {
    if (password === undefined) return null;
    const words = [username, displayName];
    return this.#passwords.hash(password, { hasSecondFactor: false, words });
  }

  async #insert(
    transaction: Transaction,
    { username, displayName, title, signingForm, mustChangePassword = false }: NewUser,
    passwordHash: string | null,
  ): Promise<string> {
    const id = randomUUID();
    const added = await transaction.execute(
      `insert into office_user (id, username, display_name, title, signing_form, password_hash,
         must_change_password) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [id, username, displayName, title, signingForm, passwordHash, mustChangePassword],
    );
    if (added === 0) throw new ProblemError('username-taken');
    return id;
  }

  /** In every unit concerned: each administrator sees who came. */
  async #note(
    transaction: Transaction,
    { id, memberships, ask }: { id: string; memberships: readonly Membership[]; ask: Ask },
  ): Promise<void> {
    const { actor, from } = ask;
    const subject = { type: 'user', id };
    for (const unitId of new Set(memberships.map((one) => one.unitId))) {
      const there = memberships.filter((one) => one.unitId === unitId);
      const facts = { after: { memberships: there } };
      await this.#audit.write(transaction, {
        unitId,
        actor,
        act: 'user.added',
        subject,
        facts,
        from,
      });
    }
  }
}
