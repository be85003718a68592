import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Desk, DesksQuery, NewDesk, OwnDesk } from '#contract/identity';
import type { Page } from '#contract/list';
import { formatInstant, instant } from '#domain/working-time';
import { AuditBook } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { once } from '../../platform/idempotency/once.ts';
import { pageOfRows, part, readCursor } from '../../platform/list/page.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { hashOf, newToken } from '../session/token.ts';

/** The desk a browser stands at. */
export interface KnownDesk {
  readonly id: string;
  readonly unitId: number;
  readonly name: string;
}

interface DeskRow extends KnownDesk {
  readonly registeredAt: number;
  readonly tokenHash: Buffer;
}

const NO_ID = '00000000-0000-0000-0000-000000000000';
const NOWHERE: OwnDesk = { desk: null, people: [] };

// Leaders with a second factor sign in in full: they are not offered.
const PEOPLE = `select username, display_name as "displayName" from office_user
  where has_pin and disabled_at is null and totp_seed is null and exists (
    select from membership where unit_id = $1 and user_id = office_user.id
      and from_at <= $2 and $2 < until_at)
  order by username collate "C" limit 200`;

/** Desks where people change during the day: a browser known by a token of its own. */
@Injectable()
export class Desks {
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The desk a token belongs to, in whichever unit. */
  async find(token: string | undefined): Promise<KnownDesk | undefined> {
    if (token === undefined) return undefined;
    const [desk] = await this.#tenancy.everywhere((transaction) =>
      transaction.query<KnownDesk>(
        'select id, unit_id as "unitId", name from desk where token_hash = $1',
        [hashOf(token)],
      ),
    );
    return desk;
  }

  async describe(token: string | undefined): Promise<OwnDesk> {
    const desk = await this.find(token);
    if (desk === undefined) return NOWHERE;
    const people = await this.#tenancy.ask<OwnDesk['people'][number]>(
      { units: [desk.unitId] },
      PEOPLE,
      [desk.unitId, sqlInstant(this.#clock.officeNow())],
    );
    return { desk, people };
  }

  async list(
    actor: RequestActor,
    { limit, cursor, unitId }: DesksQuery,
    token: string | undefined,
  ): Promise<Page<Desk>> {
    const [after = NO_ID] = readCursor(cursor, part.uuid) ?? [];
    const rows = await this.#tenancy.ask<DeskRow>(
      { units: actor.covers('desks.read', unitId) },
      `select id, unit_id as "unitId", name, registered_at as "registeredAt",
         token_hash as "tokenHash" from desk where id > $1 order by id limit $2`,
      [after, limit + 1],
    );
    const own = token === undefined ? undefined : hashOf(token);
    return pageOfRows(rows, limit, {
      item: ({ registeredAt, tokenHash, ...desk }) => ({
        ...desk,
        registeredAt: formatInstant(instant(registeredAt)),
        current: own?.equals(tokenHash) ?? false,
      }),
      key: ({ id }) => [id],
    });
  }

  /**
   * Makes the browser that asks a desk of the unit; `token` is for its cookie, and kept nowhere else. The same
   * request again makes the same desk, with a new token: the first may never have arrived.
   */
  async register(
    { name, unitId: given }: NewDesk,
    ask: Ask,
  ): Promise<{ readonly desk: Desk; readonly token: string }> {
    const unitId = ask.actor.choose('desks.write', given).id;
    const token = newToken();
    const now = this.#clock.officeNow();
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const { id } = await once(transaction, ask.asking, async () => {
        const made = { unitId, id: randomUUID(), name };
        await this.#insert(transaction, { ...made, now, tokenHash: hashOf(token) }, ask);
        return { id: made.id, result: undefined };
      });
      const [row] = await transaction.query<{ readonly at: number }>(
        'update desk set token_hash = $2 where id = $1 returning registered_at as at',
        [id, hashOf(token)],
      );
      if (row === undefined) throw new ProblemError('not-found');
      const registeredAt = formatInstant(instant(row.at));
      return { desk: { id, unitId, name, registeredAt, current: true }, token };
    });
  }

  async remove(id: string, { actor, from }: Ask): Promise<void> {
    await this.#tenancy.within({ units: actor.unitIds }, async (transaction) => {
      const [removed] = await transaction.query<{ readonly unitId: number }>(
        'delete from desk where id = $1 returning unit_id as "unitId"',
        [id],
      );
      if (removed === undefined) throw new ProblemError('not-found');
      const subject = { type: 'desk', id };
      const note = { unitId: removed.unitId, actor, act: 'desk.removed', subject, from };
      await this.#audit.write(transaction, note);
    });
  }

  async #insert(
    transaction: Transaction,
    desk: KnownDesk & { readonly now: number; readonly tokenHash: Buffer },
    { actor, from }: Ask,
  ): Promise<void> {
    const { unitId, id, name, tokenHash, now } = desk;
    await transaction.execute(
      `insert into desk (unit_id, id, name, token_hash, registered_by, registered_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [unitId, id, name, tokenHash, actor.id, sqlInstant(now)],
    );
    const subject = { type: 'desk', id };
    await this.#audit.write(transaction, { unitId, actor, act: 'desk.registered', subject, from });
  }
}
