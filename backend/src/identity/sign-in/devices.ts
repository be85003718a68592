import { Inject, Injectable } from '@nestjs/common';
import type { Device } from '#contract/identity';
import { formatInstant, instant } from '#domain/working-time';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { DEVICE_MS } from '../session/session-rules.ts';
import { hashOf } from '../session/token.ts';

/** What a browser that was here before is worth for one user. */
export interface KnownDevice {
  readonly withSecondFactor: boolean;
}

/** Whose browser it is, how they came in, and what it calls itself. */
interface Remembered {
  readonly id: string;
  readonly withSecondFactor: boolean;
  readonly agent: string | null;
}

interface DeviceRow {
  readonly id: string;
  readonly rememberedAt: number;
  readonly expiresAt: number;
  readonly agent: string | null;
  readonly tokenHash: Buffer;
}

/** Browsers in which somebody has signed in: their failures count apart, and some need no code for a while. */
@Injectable()
export class Devices {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  async find(token: string, userId: string): Promise<KnownDevice | undefined> {
    const [row] = await this.#tenancy.ask<{ readonly with_second_factor: boolean }>(
      { units: [] },
      `select with_second_factor from remembered_device
       where token_hash = $1 and user_id = $2 and expires_at > $3`,
      [hashOf(token), userId, sqlInstant(this.#clock.machineNow())],
    );
    return row && { withSecondFactor: row.with_second_factor };
  }

  /** The browsers in which a user is asked for no code, the latest first. */
  async list(userId: string, token: string | undefined): Promise<readonly Device[]> {
    const rows = await this.#tenancy.ask<DeviceRow>(
      { units: [] },
      `select id, remembered_at as "rememberedAt", expires_at as "expiresAt", agent,
         token_hash as "tokenHash" from remembered_device
       where user_id = $1 and with_second_factor and expires_at > $2
       order by remembered_at desc, id limit 500`,
      [userId, sqlInstant(this.#clock.machineNow())],
    );
    const own = token === undefined ? undefined : hashOf(token);
    return rows.map(({ id, rememberedAt, expiresAt, agent, tokenHash }) => ({
      id,
      rememberedAt: formatInstant(instant(rememberedAt)),
      expiresAt: formatInstant(instant(expiresAt)),
      userAgent: agent,
      current: own?.equals(tokenHash) ?? false,
    }));
  }

  /** Remembers the browser for thirty days; the second factor only when it has just been shown and was asked to. */
  async remember(transaction: Transaction, token: string, user: Remembered): Promise<void> {
    const now = this.#clock.machineNow();
    await transaction.execute(
      'delete from remembered_device where user_id = $1 and expires_at <= $2',
      [user.id, sqlInstant(now)],
    );
    // A remembered second factor keeps its own thirty days: signing in does not prolong it.
    await transaction.execute(
      `insert into remembered_device as known
         (token_hash, user_id, expires_at, with_second_factor, remembered_at, agent)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (token_hash, user_id) do update set
         with_second_factor = known.with_second_factor or excluded.with_second_factor,
         agent = excluded.agent,
         expires_at = case when known.with_second_factor and not excluded.with_second_factor
           then known.expires_at else excluded.expires_at end,
         remembered_at = case when known.with_second_factor and not excluded.with_second_factor
           then known.remembered_at else excluded.remembered_at end`,
      [
        ...[hashOf(token), user.id, sqlInstant(now + DEVICE_MS), user.withSecondFactor],
        ...[sqlInstant(now), user.agent],
      ],
    );
  }

  /** Whether there was such a browser of the user's: the next sign-in in it asks for a code again. */
  async forget(transaction: Transaction, userId: string, id: string): Promise<boolean> {
    const forgotten = await transaction.execute(
      'delete from remembered_device where user_id = $1 and id = $2',
      [userId, id],
    );
    return forgotten > 0;
  }

  async forgetAll(transaction: Transaction, userId: string): Promise<void> {
    await transaction.execute('delete from remembered_device where user_id = $1', [userId]);
  }
}
