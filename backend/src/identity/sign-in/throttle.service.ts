import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { type Attempts, NO_ATTEMPTS, type ThrottleLimits, reserve } from './throttle.ts';

const FORGOTTEN_AFTER_MS = 2 * 86_400_000;

/** Somebody or something whose failures are counted. */
export interface Counted {
  readonly name: string;
  readonly limits: ThrottleLimits;
}

interface AttemptRow {
  readonly failures: number;
  readonly failures_today: number;
  readonly day_began_at: number;
  readonly blocked_until: number;
}

// Names that nobody has are counted too; what is kept of them does not tell which they were.
const keyOf = (name: string): Buffer => createHash('sha256').update(name).digest();

const attemptsOf = (row: AttemptRow | undefined): Attempts =>
  row === undefined
    ? NO_ATTEMPTS
    : {
        failures: row.failures,
        failuresToday: row.failures_today,
        dayBeganAt: row.day_began_at,
        blockedUntil: row.blocked_until,
      };

/** Counts failures in the database, where every process and every restart sees them. */
@Injectable()
export class Throttle {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  /** Writes an attempt down as a failure in advance; 429 when there were too many. */
  async reserve(counted: readonly Counted[]): Promise<void> {
    const wait = await this.#tenancy.within({ units: [] }, async (transaction) => {
      let longest = 0;
      for (const one of counted) {
        longest = Math.max(longest, await this.#reserveOne(transaction, one));
        if (longest > 0) break;
      }
      return longest;
    });
    if (wait > 0) throw new ProblemError('too-many-attempts', { retryAfterSeconds: wait });
  }

  /** Forgets the failures: the right one came. */
  async forget(transaction: Transaction, { name }: Counted): Promise<void> {
    await transaction.execute('delete from sign_in_attempt where key = $1', [keyOf(name)]);
  }

  /** Takes the attempts back that nobody could look at. */
  async giveBack(counted: readonly Counted[]): Promise<void> {
    await this.#tenancy.within({ units: [] }, async (transaction) => {
      for (const one of counted) await this.takeBack(transaction, one);
    });
  }

  /** Takes one attempt back: it was no failure. */
  async takeBack(transaction: Transaction, { name }: Counted): Promise<void> {
    await transaction.execute(
      `update sign_in_attempt set failures = greatest(failures - 1, 0),
         failures_today = greatest(failures_today - 1, 0) where key = $1`,
      [keyOf(name)],
    );
  }

  /** Forgets what was counted long ago; names nobody has would otherwise pile up. */
  async forgetOld(): Promise<number> {
    return this.#tenancy.within({ units: [] }, (transaction) =>
      transaction.execute('delete from sign_in_attempt where day_began_at < $1', [
        sqlInstant(this.#clock.machineNow() - FORGOTTEN_AFTER_MS),
      ]),
    );
  }

  /** How many seconds to wait; 0 when the attempt may be made. */
  async #reserveOne(transaction: Transaction, { name, limits }: Counted): Promise<number> {
    const now = this.#clock.machineNow();
    const key = keyOf(name);
    await transaction.execute(
      `insert into sign_in_attempt values ($1, 0, 0, $2, '-infinity') on conflict do nothing`,
      [key, sqlInstant(now)],
    );
    const [row] = await transaction.query<AttemptRow>(
      `select failures, failures_today, day_began_at, blocked_until
       from sign_in_attempt where key = $1 for update`,
      [key],
    );
    const answer = reserve(attemptsOf(row), limits, now);
    if (!answer.allowed) return answer.retryAfterSeconds;
    const { failures, failuresToday, dayBeganAt, blockedUntil } = answer.attempts;
    await transaction.execute(
      `update sign_in_attempt set failures = $2, failures_today = $3, day_began_at = $4,
         blocked_until = $5 where key = $1`,
      [key, failures, failuresToday, sqlInstant(dayBeganAt), sqlInstant(blockedUntil)],
    );
    return 0;
  }
}
