import { Inject, Injectable } from '@nestjs/common';
import type { Membership, UserChanges } from '#contract/identity';
import { AuditBook } from '../../audit/index.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { NewPasswords } from '../password/new-passwords.ts';
import { SecondFactor } from '../second-factor/second-factor.service.ts';
import { Sessions } from '../session/sessions.service.ts';
import { handOn } from './hand-on.ts';
import { checkMemberships, keepAdministrators, merged } from './member-rules.ts';
import { USER, type UserRow } from './user-row.ts';
import { insertMemberships } from './users.service.ts';

/** Changes to somebody's account by an administrator. */
@Injectable()
export class UserChanging {
  readonly #tenancy: Tenancy;
  readonly #passwords: NewPasswords;
  readonly #sessions: Sessions;
  readonly #audit: AuditBook;
  readonly #secondFactor: SecondFactor;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- an account touches all of these
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(NewPasswords) passwords: NewPasswords,
    @Inject(Sessions) sessions: Sessions,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(SecondFactor) secondFactor: SecondFactor,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#passwords = passwords;
    this.#sessions = sessions;
    this.#audit = audit;
    this.#secondFactor = secondFactor;
    this.#clock = clock;
  }

  async change(id: string, changes: UserChanges, ask: Ask): Promise<void> {
    const before = await this.#everythingOf(id);
    const { memberships, handOnTo, ...own } = changes;
    if (Object.keys(own).length > 0) requireAll(before, ask);
    const wanted = memberships && merged(memberships);
    for (const { unitId } of wanted ?? []) ask.actor.require('users.write', unitId);
    const passwordHash = await this.#hashOf(before, changes);
    await this.#tenancy.everywhere(async (transaction) => {
      await this.#update(transaction, id, { ...own, passwordHash });
      if (handOnTo !== undefined) await this.#handOn(transaction, { before, handOnTo, ask });
      if (wanted !== undefined) await replace(transaction, { id, wanted, ask });
      await keepAdministrators(transaction, administeredBy(before));
      // Whatever was open with the old password, or before the account was closed, is over (I-21).
      if (passwordHash !== null || own.disabled === true) {
        await this.#sessions.endAll(transaction, id);
      }
      await this.#note(transaction, { before, changes, ask });
    });
  }

  async removeSecondFactor(id: string, ask: Ask): Promise<void> {
    const before = await this.#everythingOf(id);
    requireAll(before, ask);
    const { actor, from } = ask;
    await this.#tenancy.everywhere(async (transaction) => {
      await this.#secondFactor.remove(transaction, id);
      await this.#sessions.endAll(transaction, id);
      for (const unitId of unitsOf(before.memberships)) {
        const subject = { type: 'user', id };
        const act = 'user.secondFactorRemoved';
        await this.#audit.write(transaction, { unitId, actor, act, subject, from });
      }
    });
  }

  /** Nobody keeps the work of whoever stays. */
  async #handOn(
    transaction: Transaction,
    { before, handOnTo, ask }: { before: UserRow; handOnTo: string; ask: Ask },
  ): Promise<void> {
    const [units, now] = [unitsOf(before.memberships), this.#clock.officeNow()];
    const leaving = { userId: before.id, handOnTo, units, now };
    await handOn(transaction, leaving, { audit: this.#audit, ask });
  }

  async #everythingOf(id: string): Promise<UserRow> {
    const [row] = await this.#tenancy.everywhere((transaction) =>
      transaction.query<UserRow>(`select ${USER} where who.id = $1`, [id]),
    );
    if (row === undefined) throw new ProblemError('not-found');
    return row;
  }

  async #hashOf(before: UserRow, { password, displayName }: UserChanges): Promise<string | null> {
    if (password === undefined) return null;
    const words = [before.username, displayName ?? before.displayName];
    return this.#passwords.hash(password, { hasSecondFactor: before.secondFactor, words });
  }

  async #update(
    transaction: Transaction,
    id: string,
    own: Omit<UserChanges, 'memberships' | 'handOnTo'> & { readonly passwordHash: string | null },
  ): Promise<void> {
    const now = sqlInstant(this.#clock.machineNow());
    await transaction.execute(
      `update office_user set display_name = coalesce($2, display_name),
         title = case when $3 then $4 else title end,
         signing_form = case when $5 then $6 else signing_form end,
         must_change_password = coalesce($7, must_change_password),
         disabled_at = case when $8::boolean is null then disabled_at
           when $8 then coalesce(disabled_at, $9) end
       where id = $1`,
      [
        id,
        own.displayName,
        own.title !== undefined,
        own.title,
        own.signingForm !== undefined,
        own.signingForm,
        own.mustChangePassword,
        own.disabled,
        now,
      ],
    );
    // Whoever takes an account back into hand takes the short number away with the old password.
    if (own.passwordHash !== null) {
      await transaction.execute(
        'update office_user set password_hash = $2, pin_hash = null where id = $1',
        [id, own.passwordHash],
      );
    }
  }

  /** Which fields were changed, never what a person is called. */
  async #note(
    transaction: Transaction,
    { before, changes, ask }: { before: UserRow; changes: UserChanges; ask: Ask },
  ): Promise<void> {
    const { actor, from } = ask;
    const { memberships, disabled, mustChangePassword } = changes;
    const facts = {
      changed: Object.keys(changes),
      before: { memberships: before.memberships, disabled: before.disabled },
      after: { memberships, disabled, mustChangePassword },
    };
    const subject = { type: 'user', id: before.id };
    const mine = actor.unitIds;
    const touched = unitsOf(before.memberships, memberships ?? []);
    for (const unitId of touched.filter((unit) => mine.includes(unit))) {
      const note = { unitId, actor, act: 'user.changed', subject, from };
      await this.#audit.write(transaction, { ...note, facts: within(unitId, facts) });
    }
  }
}

interface Facts {
  readonly before: { readonly memberships: readonly Membership[] };
  readonly after: { readonly memberships: readonly Membership[] | undefined };
}

/** What concerns one unit: others' memberships are none of its business. */
const within = (unitId: number, facts: Facts & Readonly<Record<string, unknown>>) => {
  const there = (list: readonly Membership[] | undefined) =>
    list?.filter((one) => one.unitId === unitId);
  return {
    ...facts,
    before: { ...facts.before, memberships: there(facts.before.memberships) },
    after: { ...facts.after, memberships: there(facts.after.memberships) },
  };
};

const unitsOf = (...lists: readonly (readonly Membership[])[]): readonly number[] => [
  ...new Set(lists.flat().map(({ unitId }) => unitId)),
];

const administeredBy = ({ memberships, disabled }: UserRow): readonly number[] =>
  disabled ? [] : unitsOf(memberships.filter(({ roles }) => roles.includes('admin')));

/** An account of several units is changed by whoever administers them all: nobody takes over a colleague's. */
const requireAll = ({ memberships }: UserRow, { actor }: Ask): void => {
  const isMine = memberships.every(({ unitId }) => actor.may('users.write', unitId));
  if (!isMine) throw new ProblemError('not-permitted');
};

const replace = async (
  transaction: Transaction,
  { id, wanted, ask }: { id: string; wanted: readonly Membership[]; ask: Ask },
): Promise<void> => {
  const mine = ask.actor.unitsWhere('users.write').map((unit) => unit.id);
  await checkMemberships(transaction, wanted);
  await transaction.execute('delete from membership where user_id = $1 and unit_id = any($2)', [
    id,
    mine,
  ]);
  await insertMemberships(transaction, id, wanted);
};
