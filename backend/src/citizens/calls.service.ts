import { Inject, Injectable } from '@nestjs/common';
import type {
  Call,
  CallOutcomeTold,
  CallsQuery,
  CitizenMessage,
  CitizenMessagesQuery,
} from '#contract/citizens';
import type { Page } from '#contract/list';
import { callAgainAt } from '#domain/citizen';
import { formatInstant, type Instant } from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import { OfficeBook } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { Feed } from '../platform/realtime/feed.service.ts';
import { MESSAGE, messageItem, type MessageRow } from './message-row.ts';
import { SO } from './message-store.ts';

type Row = Omit<Call, 'dueAt' | 'since' | 'notBefore'> & {
  readonly dueAt: Instant | null;
  readonly since: Instant;
  readonly notBefore: Instant | null;
  readonly turn: Instant;
};

// What is no longer so is no call, from the moment the dossier moved.
const IS_SO = `exists (select from unnest($2::text[], $3::text[]) as so (kind, state)
  where so.kind = message.kind and so.state = dossier.state)`;

const CALLS = `select message.id, message.unit_id as "unitId", message.kind,
    message.dossier_id as "dossierId", coalesce(dossier.official_code, dossier.code) as "dossierCode",
    coalesce(applicant.name, '') as name, dossier.due_at as "dueAt", message.ordered_at as since,
    call_not_before as "notBefore", calls as tries, fault,
    coalesce(call_not_before, ordered_at) as turn
  from citizen_message as message
  join dossier on dossier.unit_id = message.unit_id and dossier.id = message.dossier_id
  left join applicant on applicant.unit_id = message.unit_id
    and applicant.dossier_id = message.dossier_id
  where message.unit_id = any ($1) and message.state = 'call' and ${IS_SO}
    and ($4::timestamptz is null or (coalesce(call_not_before, ordered_at), message.id) > ($4, $5::uuid))
  order by turn, message.id limit $6`;

const LIST = `${MESSAGE} where message.unit_id = any ($1) and ($2::text is null or message.state = $2)
    and ($3::timestamptz is null or (message.at, message.id) < ($3, $4::uuid))
  order by message.at desc, message.id desc limit $5`;

const REACHED = `update citizen_message set state = 'called', called_by = $3, settled_at = $4
  where id = $2 and unit_id = $1 and state = 'call' returning dossier_id as "dossierId"`;

const NOT_YET = `update citizen_message set calls = calls + $3, call_not_before = $4
  where id = $2 and unit_id = $1 and state = 'call' returning dossier_id as "dossierId"`;

const told = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

const callOf = (row: Row): Call => {
  const { id, unitId, kind, dossierId, dossierCode, name, tries, fault } = row;
  return {
    ...{ id, unitId, kind, dossierId, dossierCode, name, tries, fault },
    dueAt: told(row.dueAt),
    since: formatInstant(row.since),
    notBefore: told(row.notBefore),
  };
};

/** *Gọi cho công dân*: whom no message reached, and what became of ringing them up. */
@Injectable()
export class Calls {
  readonly #tenancy: Tenancy;
  readonly #offices: OfficeBook;
  readonly #audit: AuditBook;
  readonly #feed: Feed;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(Feed) feed: Feed,
  ) {
    this.#tenancy = tenancy;
    this.#offices = offices;
    this.#audit = audit;
    this.#feed = feed;
  }

  async list(actor: RequestActor, { limit, cursor, unitId }: CallsQuery): Promise<Page<Call>> {
    const [turn, id = null] = readCursor(cursor, part.moment, part.uuid) ?? [];
    const units = actor.covers('citizens.tell', unitId);
    const after = turn === undefined ? null : sqlInstant(turn);
    const values = [units, ...SO, after, id, limit + 1];
    const rows = await this.#tenancy.ask<Row>({ units }, CALLS, values);
    return pageOfRows(rows, limit, { item: callOf, key: (row) => [row.turn, row.id] });
  }

  /** Every message of the unit, for whoever looks after the product. */
  async messages(actor: RequestActor, query: CitizenMessagesQuery): Promise<Page<CitizenMessage>> {
    const { limit, unitId, state = null } = query;
    const [at, id = null] = readCursor(query.cursor, part.moment, part.uuid) ?? [];
    const units = actor.covers('deliveries.read', unitId);
    const before = at === undefined ? null : sqlInstant(at);
    const values = [units, state, before, id, limit + 1];
    const rows = await this.#tenancy.ask<MessageRow>({ units }, LIST, values);
    return pageOfRows(rows, limit, { item: messageItem, key: (row) => [row.at, row.id] });
  }

  /** How a call went. Whose call it no longer is, is told so. */
  async tell(id: string, body: CallOutcomeTold, { actor, from }: Ask): Promise<void> {
    const now = this.#offices.now();
    if (body.outcome === 'later' && (body.until === undefined || body.until <= now)) {
      throw new ProblemError('call-later-not-ahead');
    }
    const [call] = await this.#tenancy.ask<{ readonly unitId: number }>(
      { units: actor.unitIds },
      'select unit_id as "unitId" from citizen_message where id = $1',
      [id],
    );
    if (call === undefined) throw new ProblemError('not-found');
    const { unitId } = call;
    actor.require('citizens.tell', unitId);
    const change = await this.#change(body, { unitId, actor, now });
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const values = [unitId, id, ...change.values];
      const [touched] = await transaction.query<{ readonly dossierId: string }>(
        change.statement,
        values,
      );
      if (touched === undefined) throw new ProblemError('call-over');
      const subject = { type: 'dossier', id: touched.dossierId };
      const facts = { outcome: body.outcome };
      const act = 'citizen.called';
      await this.#audit.write(transaction, { unitId, actor, act, subject, facts, from });
      await this.#feed.put(transaction, { unitId, at: now }, [
        { op: body.outcome === 'reached' ? 'removed' : 'changed', type: 'call', id },
        { op: 'changed', type: 'message', id: touched.dossierId },
      ]);
    });
    this.#feed.announce();
  }

  async #change(
    { outcome, until }: CallOutcomeTold,
    { unitId, actor, now }: { readonly unitId: number; actor: RequestActor; now: Instant },
  ): Promise<{ readonly statement: string; readonly values: readonly unknown[] }> {
    if (outcome === 'reached') return { statement: REACHED, values: [actor.id, sqlInstant(now)] };
    const again = until ?? callAgainAt(await this.#offices.calendar(unitId), now);
    return { statement: NOT_YET, values: [outcome === 'noAnswer' ? 1 : 0, sqlInstant(again)] };
  }
}
