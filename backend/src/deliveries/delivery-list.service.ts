import { Inject, Injectable } from '@nestjs/common';
import type { DeliveriesQuery, DeliveryItem } from '#contract/deliveries';
import type { Page } from '#contract/list';
import { formatInstant, instant } from '#domain/working-time';
import { wakeUnit } from '../alerts/index.ts';
import { AuditBook } from '../audit/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { QueueService } from '../platform/queue/queue.service.ts';
import { type DeliveryKey, deliveryIdOf, readDeliveryId } from './delivery-id.ts';
import { sendDeliveries } from './post/send-deliveries.jobs.ts';

type Row = Omit<DeliveryItem, 'id' | 'at' | 'settledAt'> & {
  readonly at: number;
  readonly settledAt: number | null;
};

const LIST = `select out.unit_id as "unitId", out.alert_id as "alertId", alert.kind,
    alert.dossier_id as "dossierId", coalesce(dossier.official_code, dossier.code) as "dossierCode",
    out.channel, out.user_id as "userId", who.display_name as "displayName", out.state, out.at,
    out.tries, out.fault, out.settled_at as "settledAt", out.put_aside_at is not null as "putAside"
  from delivery as out join alert on alert.unit_id = out.unit_id and alert.id = out.alert_id
  join office_user as who on who.id = out.user_id
  left join dossier on dossier.unit_id = alert.unit_id and dossier.id = alert.dossier_id
  where ($1::text is null or out.state = $1) and ($2::text is null or out.channel = $2)
    and ($3::timestamptz is null or
      (out.at, out.alert_id, out.channel, out.user_id) < ($3, $4::uuid, $5::text, $6::uuid))
  order by out.at desc, out.alert_id desc, out.channel desc, out.user_id desc limit $7`;

const KEY = 'unit_id = $1 and alert_id = $2 and channel = $3 and user_id = $4';

// What goes again is a new attempt: neither the old one's tries nor its message.
const REOPEN = `update delivery set state = 'open', settled_at = null, fault = null, tries = 0,
    parcel = null, first_tried_at = null, put_aside_at = null where ${KEY} and state = 'dead'`;

const PUT_ASIDE = `update delivery set put_aside_at = $5
  where ${KEY} and state = 'dead' and put_aside_at is null`;

const told = (at: number): string => formatInstant(instant(at));

const itemOf = ({ at, settledAt, ...row }: Row): DeliveryItem => ({
  ...row,
  id: deliveryIdOf(row),
  at: told(at),
  settledAt: settledAt === null ? null : told(settledAt),
});

/** *Thư đã gửi, chưa gửi*: what became of each notice, and what is done about those that did not arrive. */
@Injectable()
export class DeliveryList {
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;
  readonly #queue: QueueService;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
    @Inject(QueueService) queue: QueueService,
  ) {
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
    this.#queue = queue;
  }

  async list(actor: RequestActor, query: DeliveriesQuery): Promise<Page<DeliveryItem>> {
    const { limit, unitId, state = null, channel = null } = query;
    const [at, alertId = null, way = null, userId = null] =
      readCursor(query.cursor, part.moment, part.uuid, part.text, part.uuid) ?? [];
    const rows = await this.#tenancy.ask<Row>(
      { units: actor.covers('deliveries.read', unitId) },
      LIST,
      [state, channel, at === undefined ? null : sqlInstant(at), alertId, way, userId, limit + 1],
    );
    return pageOfRows(rows, limit, {
      item: itemOf,
      key: (row) => [row.at, row.alertId, row.channel, row.userId],
    });
  }

  async sendAgain(id: string, ask: Ask): Promise<void> {
    await this.#change(id, ask, { act: 'delivery.reopened', statement: REOPEN });
    this.#queue.soon(sendDeliveries.name);
  }

  /** Somebody has seen to it otherwise: it is not sent, and nobody is reminded of it. */
  putAside(id: string, ask: Ask): Promise<void> {
    const now = sqlInstant(this.#clock.machineNow());
    return this.#change(id, ask, { act: 'delivery.putAside', statement: PUT_ASIDE, values: [now] });
  }

  async #change(
    id: string,
    { actor, from }: Ask,
    change: {
      readonly act: string;
      readonly statement: string;
      readonly values?: readonly unknown[];
    },
  ): Promise<void> {
    const key = readDeliveryId(id);
    const unitId = key && (await this.#unitOf(key, actor));
    if (key === undefined || unitId === undefined) throw new ProblemError('not-found');
    actor.require('deliveries.write', unitId);
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const values = [unitId, key.alertId, key.channel, key.userId, ...(change.values ?? [])];
      const touched = await transaction.execute(change.statement, values);
      if (touched === 0) throw new ProblemError('delivery-not-dead');
      await wakeUnit(transaction, unitId, instant(this.#clock.officeNow()));
      const subject = { type: 'delivery', id };
      await this.#audit.write(transaction, { unitId, actor, act: change.act, subject, from });
    });
  }

  async #unitOf(key: DeliveryKey, actor: RequestActor): Promise<number | undefined> {
    const [row] = await this.#tenancy.ask<{ readonly unitId: number }>(
      { units: actor.unitIds },
      `select unit_id as "unitId" from delivery
       where alert_id = $1 and channel = $2 and user_id = $3`,
      [key.alertId, key.channel, key.userId],
    );
    return row?.unitId;
  }
}
