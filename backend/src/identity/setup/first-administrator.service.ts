import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Setup } from '#contract/identity';
import { AuditBook, INSTALLATION, type Whence } from '../../audit/index.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { NewPasswords } from '../password/new-passwords.ts';
import { base32 } from '../second-factor/base32.ts';
import { hashOf } from '../session/token.ts';

const VALID_MS = 30 * 60_000;
const CODE_BYTES = 15;

interface Planned extends Setup {
  readonly unitId: number;
  readonly userId: string;
  readonly passwordHash: string;
}

const asTyped = (code: string): string => code.replace(/[^a-z2-7]/gi, '').toUpperCase();

/** There is no default account: whoever reads the console of the machine makes the first one (S-6). */
@Injectable()
export class FirstAdministrator {
  readonly #tenancy: Tenancy;
  readonly #passwords: NewPasswords;
  readonly #audit: AuditBook;
  readonly #clock: Clock;
  #isDone = false;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(NewPasswords) passwords: NewPasswords,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#passwords = passwords;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Once somebody is there it stays so: nobody asks the database again. */
  async isAwaited(): Promise<boolean> {
    this.#isDone ||= await this.#isSetUp();
    return !this.#isDone;
  }

  /** A code for half an hour; none once anybody has an account. */
  async issueCode(): Promise<string | undefined> {
    if (await this.#isSetUp()) return undefined;
    const code = base32(randomBytes(CODE_BYTES));
    await this.#tenancy.within({ units: [] }, (transaction) =>
      transaction.execute(
        `insert into one_time_link (token_hash, kind, expires_at) values ($1, 'setup', $2)`,
        [hashOf(code), sqlInstant(this.#clock.machineNow() + VALID_MS)],
      ),
    );
    return code.replace(/.{4}(?=.)/g, '$&-');
  }

  /** The first unit and its administrator; of twenty at the same moment one makes them. */
  async make(setup: Setup, from: Whence): Promise<void> {
    if (await this.#isSetUp()) throw new ProblemError('not-found');
    const { password, username, displayName, unit } = setup;
    const words = [username, displayName, unit.name, unit.code];
    const passwordHash = await this.#passwords.hash(password, { hasSecondFactor: false, words });
    const [next] = await this.#tenancy.ask<{ readonly unitId: number }>(
      { units: [] },
      `select nextval('unit_id_seq')::int as "unitId"`,
    );
    if (next === undefined) throw new Error('a sequence gave no number');
    const planned = { ...setup, ...next, userId: randomUUID(), passwordHash };
    await this.#tenancy.within({ units: [INSTALLATION, next.unitId] }, async (transaction) => {
      await this.#spend(transaction, asTyped(setup.code));
      await insertUnit(transaction, planned);
      await insertAdministrator(transaction, planned);
      await this.#note(transaction, planned, from);
    });
  }

  async #spend(transaction: Transaction, code: string): Promise<void> {
    await transaction.query(`select pg_advisory_xact_lock(hashtextextended('first account', 0))`);
    const people = await transaction.query('select from office_user limit 1');
    if (people.length > 0) throw new ProblemError('not-found');
    const spent = await transaction.execute(
      `delete from one_time_link where kind = 'setup' and token_hash = $1 and expires_at > $2`,
      [hashOf(code), sqlInstant(this.#clock.machineNow())],
    );
    if (spent === 0) throw new ProblemError('link-not-valid');
    await transaction.execute(`delete from one_time_link where kind = 'setup'`);
  }

  async #note(
    transaction: Transaction,
    { userId, unitId, unit }: Planned,
    from: Whence,
  ): Promise<void> {
    await this.#audit.write(transaction, {
      unitId,
      actor: { kind: 'user', id: userId },
      act: 'installation.setUp',
      subject: { type: 'unit', id: String(unitId) },
      facts: { after: { code: unit.code, kind: unit.kind } },
      from,
    });
  }

  async #isSetUp(): Promise<boolean> {
    const people = await this.#tenancy.ask(
      { units: [] },
      'select 1 as one from office_user limit 1',
    );
    return people.length > 0;
  }
}

const insertUnit = async (transaction: Transaction, { unitId, unit }: Planned): Promise<void> => {
  const { code, name, kind, level = 'xa' } = unit;
  await transaction.execute(
    `insert into unit (id, code, name, kind, level) overriding system value
     values ($1, $2, $3, $4, $5)`,
    [unitId, code, name, kind, kind === 'city' ? null : level],
  );
};

const insertAdministrator = async (transaction: Transaction, planned: Planned): Promise<void> => {
  const { userId, unitId, username, displayName, passwordHash } = planned;
  await transaction.execute(
    `insert into office_user (id, username, display_name, password_hash) values ($1, $2, $3, $4)`,
    [userId, username, displayName, passwordHash],
  );
  await transaction.execute(
    `insert into membership (unit_id, user_id, roles) values ($1, $2, '{admin}')`,
    [unitId, userId],
  );
};
