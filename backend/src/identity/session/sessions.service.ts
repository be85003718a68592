import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Session } from '#contract/identity';
import { formatInstant, instant } from '#domain/working-time';
import { addressOf } from '../../audit/index.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { type HttpRequest, headerOf } from '../../platform/http/exchange.ts';
import { ABSOLUTE_MS } from './session-rules.ts';
import { hashOf, newToken } from './token.ts';

const LONGEST_AGENT = 200;

interface SessionRow {
  readonly id: string;
  readonly opened_at: number;
  readonly seen_at: number;
  readonly expires_at: number;
  readonly locked: boolean;
  readonly address: string | null;
  readonly agent: string | null;
}

export interface Opened {
  readonly id: string;
  /** For the cookie, and kept nowhere else. */
  readonly token: string;
}

/** What the browser calls itself, cut to what a list shows. */
export const agentOf = (request: HttpRequest): string | null =>
  headerOf(request, 'user-agent')
    ?.replace(/[^\x20-\x7e]/g, '')
    .slice(0, LONGEST_AGENT) ?? null;

const told = (at: number): string => formatInstant(instant(at));

/** Sessions live here, on the server: what is ended is over with the next request. */
@Injectable()
export class Sessions {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  async open(transaction: Transaction, userId: string, request: HttpRequest): Promise<Opened> {
    const now = this.#clock.machineNow();
    const opened = { id: randomUUID(), token: newToken() };
    await transaction.execute(
      `insert into session (token_hash, id, user_id, opened_at, seen_at, expires_at, address, agent)
       values ($1, $2, $3, $4, $4, $5, $6, $7)`,
      [
        hashOf(opened.token),
        opened.id,
        userId,
        sqlInstant(now),
        sqlInstant(now + ABSOLUTE_MS),
        addressOf(request.ip) ?? null,
        agentOf(request),
      ],
    );
    return opened;
  }

  /** Ends the session a token belongs to, if any: a new sign-in leaves no older key behind. */
  async endByToken(transaction: Transaction, token: string): Promise<void> {
    await transaction.execute('delete from session where token_hash = $1', [hashOf(token)]);
  }

  /** Ends one session of the user; whether there was one. */
  async end(transaction: Transaction, userId: string, id: string): Promise<boolean> {
    const ended = await transaction.execute('delete from session where user_id = $1 and id = $2', [
      userId,
      id,
    ]);
    return ended > 0;
  }

  /** Ends every session of the user but the named one. */
  async endAll(transaction: Transaction, userId: string, but?: string): Promise<number> {
    return transaction.execute(
      'delete from session where user_id = $1 and id is distinct from $2::uuid',
      [userId, but ?? null],
    );
  }

  /** The sessions a user could still work with or open again, the latest first. */
  async list(userId: string, currentId: string | undefined): Promise<readonly Session[]> {
    const rows = await this.#tenancy.ask<SessionRow>(
      { units: [] },
      `select id, opened_at, seen_at, expires_at, locked_at is not null as locked,
         host(address) as address, agent from session
       where user_id = $1 and ended_at is null and expires_at > $2
       order by seen_at desc, id limit 500`,
      [userId, sqlInstant(this.#clock.machineNow())],
    );
    return rows.map((row) => ({
      id: row.id,
      createdAt: told(row.opened_at),
      lastSeenAt: told(row.seen_at),
      expiresAt: told(row.expires_at),
      locked: row.locked,
      address: row.address,
      userAgent: row.agent,
      current: row.id === currentId,
    }));
  }
}
