import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type ApiKey,
  type ApiKeysQuery,
  type CreatedApiKey,
  type NewApiKey,
  type Permission,
  keyPermissions,
} from '#contract/identity';
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

/** So that a key found in a file or a log is known for what it is. */
const PREFIX = 'mck_';

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly unitId: number;
  readonly permissions: readonly Permission[];
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly expiresAt: number | null;
}

const KEY = `id, name, unit_id as "unitId", permissions, created_at as "createdAt",
  used_at as "lastUsedAt", expires_at as "expiresAt" from api_key`;

const told = (at: number): string => formatInstant(instant(at));

const keyOf = ({ createdAt, lastUsedAt, expiresAt, ...row }: KeyRow): ApiKey => ({
  ...row,
  createdAt: told(createdAt),
  lastUsedAt: lastUsedAt === null ? null : told(lastUsedAt),
  expiresAt: expiresAt === null ? null : told(expiresAt),
});

const requireForKeys = (wanted: readonly Permission[]): void => {
  const permissions = wanted.filter((permission) => !keyPermissions.includes(permission));
  if (permissions.length > 0) throw new ProblemError('permission-not-for-keys', { permissions });
};

/** Keys for other systems: an actor of their own, in one unit, with what was listed and no more. */
@Injectable()
export class ApiKeys {
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

  async list(actor: RequestActor, { limit, cursor, unitId }: ApiKeysQuery): Promise<Page<ApiKey>> {
    const [afterAt = Number.NEGATIVE_INFINITY, afterId = '00000000-0000-0000-0000-000000000000'] =
      readCursor(cursor, part.moment, part.uuid) ?? [];
    const rows = await this.#tenancy.ask<KeyRow>(
      { units: actor.covers('apiKeys.read', unitId) },
      `select ${KEY} where revoked_at is null and (created_at, id) > ($1, $2)
       order by created_at, id limit $3`,
      [sqlInstant(afterAt), afterId, limit + 1],
    );
    return pageOfRows(rows, limit, {
      item: keyOf,
      key: ({ createdAt, id }) => [createdAt, id],
    });
  }

  async add(wanted: NewApiKey, ask: Ask): Promise<CreatedApiKey> {
    const unitId = ask.actor.choose('apiKeys.write', wanted.unitId).id;
    requireForKeys(wanted.permissions);
    const secret = `${PREFIX}${newToken()}`;
    const done = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        const id = randomUUID();
        await this.#insert(transaction, { ...wanted, id, unitId, secret }, ask);
        return { id, result: undefined };
      }),
    );
    const [row] = await this.#tenancy.ask<KeyRow>(
      { units: [unitId] },
      `select ${KEY} where id = $1`,
      [done.id],
    );
    if (row === undefined) throw new Error('a key that was just made is not there');
    // Of a repeated request only the first answer could show the key.
    return { ...keyOf(row), key: done.kind === 'done' ? secret : null };
  }

  async revoke(id: string, { actor, from }: Ask): Promise<void> {
    await this.#tenancy.within({ units: actor.unitIds }, async (transaction) => {
      const [revoked] = await transaction.query<{ readonly unitId: number }>(
        `update api_key set revoked_at = $2 where id = $1 and revoked_at is null
         returning unit_id as "unitId"`,
        [id, sqlInstant(this.#clock.machineNow())],
      );
      if (revoked === undefined) throw new ProblemError('not-found');
      const { unitId } = revoked;
      const subject = { type: 'apiKey', id };
      await this.#audit.write(transaction, { unitId, actor, act: 'apiKey.revoked', subject, from });
    });
  }

  async #insert(
    transaction: Transaction,
    key: NewApiKey & { readonly id: string; readonly unitId: number; readonly secret: string },
    { actor, from }: Ask,
  ): Promise<void> {
    const { id, unitId, name, permissions, expiresAt } = key;
    await transaction.execute(
      `insert into api_key (id, unit_id, token_hash, name, permissions, created_by, created_at,
         expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        unitId,
        hashOf(key.secret),
        name,
        permissions,
        actor.id,
        sqlInstant(this.#clock.machineNow()),
        expiresAt === undefined ? null : sqlInstant(expiresAt),
      ],
    );
    const subject = { type: 'apiKey', id };
    const facts = { after: { permissions, expires: expiresAt !== undefined } };
    await this.#audit.write(transaction, {
      unitId,
      actor,
      act: 'apiKey.added',
      subject,
      facts,
      from,
    });
  }
}
