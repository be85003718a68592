import { Inject, Injectable } from '@nestjs/common';
import type { ResetLink } from '#contract/identity';
import { formatInstant, instant } from '#domain/working-time';
import { AuditBook, type Whence } from '../../audit/index.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { OwnPassword } from '../own-account/own-password.service.ts';
import { hashOf, newToken } from '../session/token.ts';

const VALID_MS = 24 * 3_600_000;

interface Holder {
  readonly userId: string;
  readonly unitId: number;
}

/** Behind the `#`, where no server, proxy or log ever sees it. */
const pathOf = (token: string): string => `/dat-lai-mat-khau#${token}`;

/** The administrator never knows a password: only a link, for one use, for a day. */
@Injectable()
export class ResetLinks {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;
  readonly #passwords: OwnPassword;
  readonly #audit: AuditBook;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
    @Inject(OwnPassword) passwords: OwnPassword,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#tenancy = tenancy;
    this.#clock = clock;
    this.#passwords = passwords;
    this.#audit = audit;
  }

  /** Makes the earlier links of the user worthless. */
  async make(userId: string, { actor, from }: Ask): Promise<ResetLink> {
    const token = newToken();
    const expiresAt = this.#clock.machineNow() + VALID_MS;
    await this.#tenancy.everywhere(async (transaction) => {
      const units = await this.#unitsOf(transaction, userId);
      if (!units.every((unit) => actor.may('users.write', unit))) {
        throw new ProblemError('not-permitted');
      }
      await transaction.execute('delete from one_time_link where user_id = $1', [userId]);
      await transaction.execute(
        `insert into one_time_link (token_hash, kind, user_id, expires_at)
         values ($1, 'reset', $2, $3)`,
        [hashOf(token), userId, sqlInstant(expiresAt)],
      );
      const subject = { type: 'user', id: userId };
      for (const unitId of units) {
        const act = 'user.resetLinkMade';
        await this.#audit.write(transaction, { unitId, actor, act, subject, from });
      }
    });
    return { token, path: pathOf(token), expiresAt: formatInstant(instant(expiresAt)) };
  }

  /** Sets the password chosen with a link; a link that was used, is old or never was says nothing more. */
  async use(token: string, password: string, from: Whence): Promise<void> {
    const { userId, unitId } = await this.#holderOf(token);
    const passwordHash = await this.#passwords.hashFor(userId, password);
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const used = await transaction.execute('delete from one_time_link where token_hash = $1', [
        hashOf(token),
      ]);
      if (used === 0) throw new ProblemError('link-not-valid');
      await this.#passwords.set(transaction, userId, passwordHash);
      const actor = { kind: 'user', id: userId } as const;
      await this.#audit.write(transaction, { unitId, actor, act: 'user.passwordReset', from });
    });
  }

  async #holderOf(token: string): Promise<Holder> {
    const [row] = await this.#tenancy.ask<Holder>(
      { units: [] },
      `select user_id as "userId", coalesce(home_of(user_id), 0) as "unitId" from one_time_link
       where token_hash = $1 and kind = 'reset' and expires_at > $2`,
      [hashOf(token), sqlInstant(this.#clock.machineNow())],
    );
    if (row === undefined) throw new ProblemError('link-not-valid');
    return row;
  }

  async #unitsOf(transaction: Transaction, userId: string): Promise<readonly number[]> {
    const rows = await transaction.query<{ readonly unitId: number }>(
      'select distinct unit_id as "unitId" from membership where user_id = $1',
      [userId],
    );
    return rows.map(({ unitId }) => unitId);
  }
}
