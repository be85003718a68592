import { Inject, Injectable } from '@nestjs/common';
import type { Contact } from '#contract/deliveries';
import { AuditBook, homeOf } from '../audit/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { Ask } from '../platform/idempotency/ask.ts';

const READ = `select email, phone, zalo_user_id as "zaloUserId" from contact where user_id = $1`;

const WRITE = `insert into contact (user_id, email, phone, zalo_user_id, changed_at)
  values ($1, $2, $3, $4, $5) on conflict (user_id) do update set email = excluded.email,
    phone = excluded.phone, zalo_user_id = excluded.zalo_user_id, changed_at = excluded.changed_at`;

const NOWHERE: Contact = { email: null, phone: null, zaloUserId: null };

/** Where each person is reached outside the product: their own to say. */
@Injectable()
export class Contacts {
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

  async of(actor: RequestActor): Promise<Contact> {
    const [contact] = await this.#tenancy.ask<Contact>({ units: [] }, READ, [actor.id]);
    return contact ?? NOWHERE;
  }

  async set(contact: Contact, { actor, from }: Ask): Promise<Contact> {
    const { email, phone, zaloUserId } = contact;
    const unitId = homeOf(actor);
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const changedAt = sqlInstant(this.#clock.machineNow());
      await transaction.execute(WRITE, [actor.id, email, phone, zaloUserId, changedAt]);
      const facts = { ways: Object.entries(contact).flatMap(([way, at]) => (at ? [way] : [])) };
      const subject = { type: 'user', id: actor.id };
      const act = 'contact.changed';
      await this.#audit.write(transaction, { unitId, actor, act, subject, facts, from });
    });
    return contact;
  }
}
