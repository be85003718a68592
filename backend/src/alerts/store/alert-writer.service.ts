import { Inject, Injectable } from '@nestjs/common';
import { recipientKey, type Alert } from '#domain/alert';
import type { Instant } from '#domain/working-time';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { jsonBytes } from '../../platform/database/json-bytes.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { Feed } from '../../platform/realtime/feed.service.ts';
import type { AlertRecord, ChangedAlert, FreshAlert } from '../sweep/alert-record.ts';
import type { Surroundings } from '../sweep/look-at-dossier.ts';
import {
  oldFor,
  pushedTo,
  putDeliveries,
  supersedeDeliveries,
  wishesOf,
} from './delivery-store.ts';
import { plannedDeliveries, readersOf, type ToldAlert } from './planned-delivery.ts';
import { reopenedAlerts } from './reopened-alerts.ts';

/** What the looks of one sweep at one unit's subjects found. */
export interface Findings {
  readonly unitId: number;
  readonly now: Instant;
  readonly records: readonly AlertRecord[];
  readonly surroundings: Pick<Surroundings, 'calendar' | 'people'>;
}

export interface Written {
  readonly raised: number;
  readonly deliveries: number;
}

const INSERT = `insert into alert (unit_id, id, subject_kind, subject_id, dossier_id, kind, threshold,
    revision, recipient, user_id, desk_role, department_code, severity, level, reason, stands_in_for,
    raised_at, recorded_at, due_at, as_of, hush, bundle_at, bundle_role, bundle_department, status,
    closed_at, closed_because)
  select $1, id, subject_kind, subject_id, dossier_id, kind, threshold, revision, recipient, user_id,
    desk_role, department_code, severity, level, reason, stands_in_for, raised_at, recorded_at, due_at,
    as_of, hush, bundle_at, bundle_role, bundle_department, status, closed_at, closed_because
  from jsonb_populate_recordset(null::alert, $2::text::jsonb)
  on conflict on constraint alert_once do nothing returning id`;

const CHANGE = `update alert set status = told.status, closed_at = told.closed_at,
    closed_because = told.closed_because, snoozed_until = null
  from jsonb_populate_recordset(null::alert, $2::text::jsonb) as told
  where alert.unit_id = $1 and alert.id = told.id`;

const STEPS = `insert into alert_step (unit_id, alert_id, number, act, actor, at)
  select $1, told.alert_id, coalesce((select max(number) from alert_step as former
      where former.unit_id = $1 and former.alert_id = told.alert_id), 0) + told.number,
    told.act, '{"kind":"system","id":"sweep"}', told.at
  from jsonb_populate_recordset(null::alert_step, $2::text::jsonb) as told`;

const moment = (at: Instant | null): string | null => (at === null ? null : sqlInstant(at));

const recipientColumns = ({ key }: Alert) => {
  const { recipient } = key;
  const isUser = recipient.kind === 'user';
  return {
    recipient: recipientKey(recipient),
    user_id: isUser ? recipient.userId : null,
    desk_role: isUser ? null : recipient.role,
    department_code: isUser ? null : recipient.departmentCode,
  };
};

const subjectColumns = ({ key }: Alert) => ({
  subject_kind: key.subjectKind,
  subject_id: key.subjectId,
  dossier_id: key.subjectKind === 'dossier' ? key.subjectId : null,
  kind: key.kind,
  threshold: key.threshold,
  revision: key.revision,
});

const bundleColumns = ({ bundle }: Alert) => ({
  bundle_at: moment(bundle?.at ?? null),
  bundle_role: bundle?.deskRole ?? null,
  bundle_department: bundle?.departmentCode ?? null,
});

const standingColumns = ({ id, status, closedAt, closedBecause }: ChangedAlert) => ({
  id,
  status,
  closed_at: moment(closedAt),
  closed_because: closedBecause,
});

const rowOf = (fresh: FreshAlert) => {
  const { alert, recordedAt } = fresh;
  const { severity, level, reason, standsInFor, raisedAt, dueAt, asOf, hush } = alert;
  return {
    ...standingColumns(fresh),
    ...subjectColumns(alert),
    ...recipientColumns(alert),
    ...bundleColumns(alert),
    ...{ severity, level, reason, stands_in_for: standsInFor, hush },
    ...{ raised_at: moment(raisedAt), recorded_at: moment(recordedAt) },
    ...{ due_at: moment(dueAt), as_of: moment(asOf) },
  };
};

const stepRows = (changes: readonly ChangedAlert[]) =>
  changes.flatMap(({ id, steps }) =>
    steps.map(({ act, at }, index) => ({
      ...{ alert_id: id, number: index + 1, act, at: sqlInstant(at) },
    })),
  );

/** Keeps what the looks found, with all that follows from it, in the transaction of the sweep. */
@Injectable()
export class AlertWriter {
  readonly #feed: Feed;
  readonly #clock: Clock;

  constructor(@Inject(Feed) feed: Feed, @Inject(CLOCK) clock: Clock) {
    this.#feed = feed;
    this.#clock = clock;
  }

  async write(transaction: Transaction, findings: Findings): Promise<Written> {
    const { unitId, records } = findings;
    const changed = records.flatMap((record) => record.changed());
    const fresh = await this.#insert(
      transaction,
      unitId,
      records.flatMap((record) => record.fresh()),
    );
    await this.#change(transaction, unitId, changed);
    await this.#note(transaction, findings, { fresh, changed });
    const reopened = await reopenedAlerts(transaction, unitId, changed);
    const deliveries = await this.#deliver(transaction, findings, [
      ...fresh.filter(({ status }) => status === 'open'),
      ...reopened,
    ]);
    return { raised: fresh.length, deliveries };
  }

  /** After the commit: open pages need not wait. */
  announce(): void {
    this.#feed.announce();
  }

  /** Each once, whoever finds it (I-10): what another sweep has written already is not written here. */
  async #insert(
    transaction: Transaction,
    unitId: number,
    fresh: readonly FreshAlert[],
  ): Promise<readonly FreshAlert[]> {
    if (fresh.length === 0) return [];
    const rows = await transaction.query<{ readonly id: string }>(INSERT, [
      unitId,
      await jsonBytes(fresh.map(rowOf)),
    ]);
    const written = new Set(rows.map(({ id }) => id));
    return fresh.filter(({ id }) => written.has(id));
  }

  async #change(
    transaction: Transaction,
    unitId: number,
    changed: readonly ChangedAlert[],
  ): Promise<void> {
    if (changed.length === 0) return;
    const told = JSON.stringify(changed.map(standingColumns));
    await transaction.execute(CHANGE, [unitId, told]);
    const closed = changed.filter(({ status }) => status === 'closed').map(({ id }) => id);
    const at = this.#clock.machineNow();
    await supersedeDeliveries(transaction, unitId, { alertIds: closed, at });
  }

  async #note(
    transaction: Transaction,
    { unitId, now }: Findings,
    { fresh, changed }: { fresh: readonly FreshAlert[]; changed: readonly ChangedAlert[] },
  ): Promise<void> {
    const steps = stepRows([...fresh, ...changed]);
    if (steps.length === 0) return;
    await transaction.execute(STEPS, [unitId, await jsonBytes(steps)]);
    await this.#feed.put(transaction, { unitId, at: now }, [
      ...fresh
        .filter(({ status }) => status !== 'closed')
        .map(({ id }) => ({ op: 'created' as const, type: 'alert', id })),
      ...changed.map(({ id }) => ({ op: 'changed' as const, type: 'alert', id })),
    ]);
  }

  async #deliver(
    transaction: Transaction,
    { unitId, now, surroundings }: Findings,
    told: readonly ToldAlert[],
  ): Promise<number> {
    const { people, calendar } = surroundings;
    const users = [...new Set(told.flatMap(({ alert }) => readersOf(alert, { people, now })))];
    if (users.length === 0) return 0;
    const wishes = await wishesOf(transaction, users);
    const pushed = await pushedTo(transaction, { unitId, users, now });
    const isOld = told.some(({ alert }) => alert.hush === 'beforeImport');
    const old = isOld
      ? await oldFor(transaction, { unitId, users, now })
      : new Map<string, number>();
    const planned = plannedDeliveries(told, { people, calendar, now, wishes, pushed, old });
    await putDeliveries(transaction, unitId, planned);
    return planned.length;
  }
}
