import { Inject, Injectable } from '@nestjs/common';
import type { CitizenMessage, DossierMessages, NewConsent } from '#contract/citizens';
import { formatInstant, type Instant } from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import { DossierPlaces, OfficeBook } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { Feed } from '../platform/realtime/feed.service.ts';
import { MESSAGE, messageItem, type MessageRow } from './message-row.ts';

interface ConsentRow {
  readonly givenAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly givenBy: string | null;
  readonly withdrawnBy: string | null;
}

const CONSENT = `select given_at as "givenAt", withdrawn_at as "withdrawnAt",
    giver.display_name as "givenBy", taker.display_name as "withdrawnBy"
  from citizen_consent left join office_user as giver on giver.id = given_by
  left join office_user as taker on taker.id = withdrawn_by
  where unit_id = $1 and dossier_id = $2`;

const MESSAGES = `${MESSAGE} where message.unit_id = $1 and message.dossier_id = $2
  order by message.at desc, message.id desc limit 50`;

const GIVE = `insert into citizen_consent (unit_id, dossier_id, given_at, given_by)
  values ($1, $2, $3, $4) on conflict (unit_id, dossier_id) do update
  set given_at = excluded.given_at, given_by = excluded.given_by`;

const WITHDRAW = `insert into citizen_consent (unit_id, dossier_id, withdrawn_at, withdrawn_by)
  values ($1, $2, $3, $4) on conflict (unit_id, dossier_id) do update
  set withdrawn_at = excluded.withdrawn_at, withdrawn_by = excluded.withdrawn_by`;

// A no is a person's: what waits for them on other dossiers goes nowhere either.
const SILENCE = `update citizen_message as message
  set state = 'superseded', fault = 'not-wanted', settled_at = $3
  where unit_id = $1 and state in ('open', 'call') and (dossier_id = $2 or dossier_id in
    (select same.dossier_id from applicant as said join applicant as same
      on same.unit_id = said.unit_id and same.phone_hash = said.phone_hash
      where said.unit_id = $1 and said.dossier_id = $2))
  returning id`;

const latest = (row: ConsentRow | undefined): DossierMessages['consent'] => {
  if (row === undefined) return null;
  const { givenAt, withdrawnAt, givenBy, withdrawnBy } = row;
  const isGiven = givenAt !== null && (withdrawnAt === null || withdrawnAt < givenAt);
  const at = isGiven ? givenAt : withdrawnAt;
  if (at === null) return null;
  return { isGiven, at: formatInstant(at), by: (isGiven ? givenBy : withdrawnBy) ?? '' };
};

/** Whether the applicant of a dossier may be told, who heard them say so, and what they were told. */
@Injectable()
export class Consents {
  readonly #tenancy: Tenancy;
  readonly #places: DossierPlaces;
  readonly #offices: OfficeBook;
  readonly #audit: AuditBook;
  readonly #feed: Feed;

  // eslint-disable-next-line max-params -- a word said is kept, audited and shown
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(DossierPlaces) places: DossierPlaces,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(Feed) feed: Feed,
  ) {
    this.#tenancy = tenancy;
    this.#places = places;
    this.#offices = offices;
    this.#audit = audit;
    this.#feed = feed;
  }

  async of(actor: RequestActor, id: string): Promise<DossierMessages> {
    const unitId = await this.#unitOf(actor, id);
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const [consent] = await transaction.query<ConsentRow>(CONSENT, [unitId, id]);
      const rows = await transaction.query<MessageRow>(MESSAGES, [unitId, id]);
      const items: readonly CitizenMessage[] = rows.map(messageItem);
      return { consent: latest(consent), items };
    });
  }

  async set(id: string, { isGiven }: NewConsent, ask: Ask): Promise<DossierMessages> {
    const { actor, from } = ask;
    const unitId = await this.#unitOf(actor, id);
    const now = this.#offices.now();
    const at = sqlInstant(now);
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await transaction.execute(isGiven ? GIVE : WITHDRAW, [unitId, id, at, actor.id]);
      const silenced = isGiven ? [] : await this.#silence(transaction, { unitId, id, at });
      const act = isGiven ? 'consent.given' : 'consent.withdrawn';
      const subject = { type: 'dossier', id };
      await this.#audit.write(transaction, { unitId, actor, act, subject, from });
      await this.#feed.put(transaction, { unitId, at: now }, [
        ...silenced.map((call) => ({ op: 'removed', type: 'call', id: call }) as const),
        { op: 'changed', type: 'message', id },
      ]);
    });
    this.#feed.announce();
    return this.of(actor, id);
  }

  async #silence(
    transaction: Transaction,
    { unitId, id, at }: { readonly unitId: number; readonly id: string; readonly at: string },
  ): Promise<readonly string[]> {
    const rows = await transaction.query<{ readonly id: string }>(SILENCE, [unitId, id, at]);
    return rows.map((row) => row.id);
  }

  async #unitOf(actor: RequestActor, id: string): Promise<number> {
    const [unitId] = (await this.#places.locate(id, actor.unitIds)) ?? [];
    if (unitId === undefined) throw new ProblemError('not-found');
    return unitId;
  }
}
