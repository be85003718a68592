import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CreatedHook, Hook, HookServes, HookTemplate, NewHook } from '#contract/deliveries';
import { formatInstant, instant } from '#domain/working-time';
import { AuditBook } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { ENVIRONMENT } from '../../platform/config/tokens.ts';
import type { Environment } from '../../platform/config/environment.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { once } from '../../platform/idempotency/once.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { SECRET_BOX, type SecretBox } from '../../platform/secret-box/secret-box.ts';
import { isAllowedHost } from './allowed-place.ts';
import { placesOf } from './places.ts';
import type { OpenHook } from './signed-post.ts';

interface HookRow {
  readonly id: string;
  readonly unitId: number;
  readonly url: string;
  readonly template: HookTemplate;
  readonly serves: HookServes;
  readonly templateIds: Readonly<Record<string, string>> | null;
  readonly hasToken: boolean;
  readonly createdAt: number;
}

const HOOK = `id, unit_id as "unitId", url, template, serves,
  template_ids as "templateIds", token is not null as "hasToken",
  created_at as "createdAt" from hook`;

interface SealedRow {
  readonly id: string;
  readonly url: string;
  readonly template: HookTemplate;
  readonly secret: Uint8Array;
  readonly token: Uint8Array | null;
  readonly templateIds: Readonly<Record<string, string>> | null;
}

const hookOf = ({ createdAt, ...row }: HookRow): Hook => ({
  ...row,
  createdAt: formatInstant(instant(createdAt)),
});

/** The other systems that are told: at most one for each unit, named by its administrator. */
@Injectable()
export class Hooks {
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #box: SecretBox;
  readonly #clock: Clock;
  readonly #environment: Environment;

  // eslint-disable-next-line max-params -- what it keeps, how it is sealed, and who is told of it
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(SECRET_BOX) box: SecretBox,
    @Inject(CLOCK) clock: Clock,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#box = box;
    this.#clock = clock;
    this.#environment = environment;
  }

  async list(actor: RequestActor, unitId: number | undefined): Promise<readonly Hook[]> {
    const rows = await this.#tenancy.ask<HookRow>(
      { units: actor.covers('hooks.read', unitId) },
      `select ${HOOK} where ended_at is null order by unit_id, serves`,
    );
    return rows.map(hookOf);
  }

  /** Takes the place of the one there was. */
  async add(wanted: NewHook, ask: Ask): Promise<CreatedHook> {
    const unitId = ask.actor.choose('hooks.write', wanted.unitId).id;
    this.#requireAllowed(wanted.url);
    const secret = randomBytes(32).toString('base64url');
    const done = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        const id = randomUUID();
        await this.#replace(transaction, { ...wanted, unitId, id, secret }, ask);
        return { id, result: undefined };
      }),
    );
    const [row] = await this.#tenancy.ask<HookRow>(
      { units: [unitId] },
      `select ${HOOK} where id = $1`,
      [done.id],
    );
    if (row === undefined) throw new Error('a hook that was just made is not there');
    return { ...hookOf(row), secret: done.kind === 'done' ? secret : null };
  }

  async end(id: string, { actor, from }: Ask): Promise<void> {
    await this.#tenancy.within({ units: actor.unitIds }, async (transaction) => {
      const [ended] = await transaction.query<{ readonly unitId: number }>(
        `update hook set ended_at = $2 where id = $1 and ended_at is null
         returning unit_id as "unitId"`,
        [id, sqlInstant(this.#clock.machineNow())],
      );
      if (ended === undefined) throw new ProblemError('not-found');
      const { unitId } = ended;
      const subject = { type: 'hook', id };
      await this.#audit.write(transaction, { unitId, actor, act: 'hook.ended', subject, from });
    });
  }

  /** As the courier needs it, its seals broken. */
  async inUse(unitId: number, serves: HookServes): Promise<OpenHook | undefined> {
    const [row] = await this.#tenancy.ask<SealedRow>(
      { units: [unitId] },
      `select id, url, template, secret, token, template_ids as "templateIds" from hook
       where unit_id = $1 and serves = $2 and ended_at is null`,
      [unitId, serves],
    );
    if (row === undefined) return undefined;
    const { id, url, template, secret, token, templateIds } = row;
    return {
      ...{ url, template, templateIds },
      secret: this.#box.open(secret, `hook:${id}`).toString(),
      token: token && this.#box.open(token, `hook:${id}`).toString(),
    };
  }

  #requireAllowed(url: string): void {
    const { hostname } = new URL(url);
    if (isAllowedHost(placesOf(this.#environment), hostname)) return;
    throw new ProblemError('hook-host-not-allowed', { host: hostname }, [
      { path: 'url', code: 'hook-host-not-allowed' },
    ]);
  }

  async #replace(
    transaction: Transaction,
    hook: NewHook & { readonly unitId: number; readonly id: string; readonly secret: string },
    { actor, from }: Ask,
  ): Promise<void> {
    const { unitId, id, url, template, token, secret, serves = 'officers', templateIds } = hook;
    const now = sqlInstant(this.#clock.machineNow());
    const seal = (text: string) => this.#box.seal(Buffer.from(text), `hook:${id}`);
    await transaction.execute(
      'update hook set ended_at = $2 where unit_id = $1 and serves = $3 and ended_at is null',
      [unitId, now, serves],
    );
    await transaction.execute(
      `insert into hook (unit_id, id, url, template, secret, token, created_at, created_by, serves,
         template_ids) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[unitId, id, url, template, seal(secret), token && seal(token), now, actor.id],
        ...[serves, templateIds],
      ],
    );
    const subject = { type: 'hook', id };
    const facts = { after: { host: new URL(url).hostname, template, serves } };
    await this.#audit.write(transaction, {
      ...{ unitId, actor, act: 'hook.added', subject, facts, from },
    });
  }
}
