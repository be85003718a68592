import { Inject, Injectable } from '@nestjs/common';
import type { AcknowledgeAlert, AlertItem, AnswerAlert, SnoozeAlert } from '#contract/alerts';
import { DAY_MS, instant, type Instant } from '#domain/working-time';
import { AuditBook } from '../../audit/index.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { once } from '../../platform/idempotency/once.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { Feed } from '../../platform/realtime/feed.service.ts';
import { alertItem, type AlertRow } from '../list/alert-item.ts';
import { AlertList } from '../list/alert-list.service.ts';
import { AlertLocator } from '../list/alert-locator.ts';
import { supersedeDeliveries } from '../store/delivery-store.ts';
import { wakeUnit } from '../sweep/unit-sweep.service.ts';

const LONGEST_SNOOZE_MS = 30 * DAY_MS;

const ACKNOWLEDGE = `update alert set status = 'acknowledged', snoozed_until = null,
    acknowledged_at = coalesce(acknowledged_at, $3) where unit_id = $1 and id = $2`;

const SNOOZE = `update alert set status = 'snoozed', snoozed_until = $3
  where unit_id = $1 and id = $2`;

const ANSWER = `insert into alert_answer (unit_id, subject_kind, subject_id, revision, at, alert_id,
    kind, by_user)
  select unit_id, subject_kind, subject_id, revision, $3, id, $4, $5 from alert
  where unit_id = $1 and id = $2
  on conflict do nothing`;

const DONE = `insert into done_at_source (unit_id, dossier_id, at, by_user) values ($1, $2, $3, $4)
  on conflict (unit_id, dossier_id) do update set at = excluded.at, by_user = excluded.by_user`;

const FROM_SOURCE = `select 1 as one from dossier join source_record as record
    on record.unit_id = dossier.unit_id and record.source = dossier.source
      and record.external_code = dossier.external_code
  where dossier.unit_id = $1 and dossier.id = $2 and record.as_of is not null`;

const STEP = `with step as (insert into alert_step (unit_id, alert_id, number, act, actor, at, facts)
    select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 from alert_step
    where unit_id = $1 and alert_id = $2 returning number)
  insert into alert_text (unit_id, alert_id, number, body)
    select $1, $2, number, $7 from step where $7::text is not null`;

const LOOK_AGAIN = 'update dossier set next_signal_at = $3 where unit_id = $1 and id = $2';

const LOCK = 'select status from alert where unit_id = $1 and id = $2 for update';

/** What somebody does with an alert of their own. */
interface Act {
  readonly name: 'acknowledged' | 'snoozed' | 'answered' | 'doneAtSource';
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly text?: string | undefined;
  carryOut(transaction: Transaction, alert: AlertRow, now: Instant): Promise<void>;
}

/** Acknowledging, putting off, answering: each recorded, each only by those who were told. */
@Injectable()
export class AlertActs {
  readonly #tenancy: Tenancy;
  readonly #alerts: AlertList;
  readonly #locator: AlertLocator;
  readonly #audit: AuditBook;
  readonly #feed: Feed;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- an act is done, told and written down
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AlertList) alerts: AlertList,
    @Inject(AlertLocator) locator: AlertLocator,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(Feed) feed: Feed,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#alerts = alerts;
    this.#locator = locator;
    this.#audit = audit;
    this.#feed = feed;
    this.#clock = clock;
  }

  /** Stops the ladder of this signal for good, and whatever of it was still to be sent. */
  acknowledge(id: string, { reason }: AcknowledgeAlert, ask: Ask): Promise<AlertItem> {
    return this.#act(id, ask, {
      ...{ name: 'acknowledged', text: reason },
      carryOut: async (transaction, alert, now) => {
        await transaction.execute(ACKNOWLEDGE, [alert.unitId, alert.id, sqlInstant(now)]);
        await this.#silence(transaction, alert);
      },
    });
  }

  snooze(id: string, { until, reason }: SnoozeAlert, ask: Ask): Promise<AlertItem> {
    return this.#act(id, ask, {
      ...{ name: 'snoozed', text: reason, facts: { until: sqlInstant(until) } },
      carryOut: async (transaction, alert, now) => {
        if (until <= now || until > now + LONGEST_SNOOZE_MS) {
          throw new ProblemError('snooze-not-ahead', {}, [{ path: 'until', code: 'out-of-range' }]);
        }
        await transaction.execute(SNOOZE, [alert.unitId, alert.id, sqlInstant(until)]);
        await this.#silence(transaction, alert);
      },
    });
  }

  /** *Vướng mắc*: said by whoever holds the matter, it travels with every alert about it. */
  answer(id: string, { kind, text }: AnswerAlert, ask: Ask): Promise<AlertItem> {
    return this.#act(id, ask, {
      ...{ name: 'answered', text, facts: { kind } },
      carryOut: async (transaction, alert, now) => {
        if (alert.level !== 'officer') throw new ProblemError('not-permitted');
        const values = [alert.unitId, alert.id, sqlInstant(now), kind, ask.actor.id];
        await transaction.execute(ANSWER, values);
      },
    });
  }

  /** *Đã xong trên hệ thống nguồn*: believed until an import speaks of a later moment. */
  doneAtSource(id: string, ask: Ask): Promise<AlertItem> {
    return this.#act(id, ask, {
      name: 'doneAtSource',
      carryOut: async (transaction, { unitId, dossierId }, now) => {
        const found = await transaction.query(FROM_SOURCE, [unitId, dossierId]);
        if (found.length === 0) throw new ProblemError('not-from-source');
        await transaction.execute(DONE, [unitId, dossierId, sqlInstant(now), ask.actor.id]);
      },
    });
  }

  async #act(id: string, ask: Ask, act: Act): Promise<AlertItem> {
    const { actor } = ask;
    const [unitId] = (await this.#locator.locate(id, actor.unitIds)) ?? [];
    if (unitId === undefined) throw new ProblemError('not-found');
    const item = await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const [locked] = await transaction.query<{ readonly status: string }>(LOCK, [unitId, id]);
      await once(transaction, ask.asking, async () => {
        const alert = await this.#alerts.findOwn(transaction, actor, { unitId, id });
        if (alert === undefined) throw new ProblemError('not-permitted');
        if (locked?.status === 'closed') throw new ProblemError('alert-closed');
        await this.#carryOut(transaction, alert, { ask, act });
        return { id, result: undefined, status: 200 };
      });
      const after = await this.#alerts.findOwn(transaction, actor, { unitId, id });
      if (after === undefined) throw new ProblemError('not-permitted');
      return alertItem(after);
    });
    this.#feed.announce();
    return item;
  }

  async #carryOut(
    transaction: Transaction,
    alert: AlertRow,
    { ask, act }: { readonly ask: Ask; readonly act: Act },
  ): Promise<void> {
    const { unitId, id, dossierId } = alert;
    const now = instant(this.#clock.officeNow());
    await act.carryOut(transaction, alert, now);
    const actor = { kind: ask.actor.kind, id: ask.actor.id };
    await transaction.execute(STEP, [
      ...[unitId, id, act.name, actor, sqlInstant(now), act.facts ?? {}, act.text ?? null],
    ]);
    const subject = { type: 'alert', id };
    await this.#audit.write(transaction, {
      ...{ unitId, actor: ask.actor, act: `alert.${act.name}`, subject, from: ask.from },
      ...(act.facts !== undefined && { facts: act.facts }),
    });
    await this.#feed.put(transaction, { unitId, at: now }, [{ op: 'changed', ...subject }]);
    if (dossierId === null) await wakeUnit(transaction, unitId, now);
    else await transaction.execute(LOOK_AGAIN, [unitId, dossierId, sqlInstant(now)]);
  }

  #silence(transaction: Transaction, { unitId, id }: AlertRow): Promise<void> {
    const at = this.#clock.machineNow();
    return supersedeDeliveries(transaction, unitId, { alertIds: [id], at });
  }
}
