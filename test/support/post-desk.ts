import { randomUUID } from 'node:crypto';
import type { DeliveryChannel } from '#contract/alerts';
import type { OfficeApp } from './office-app.ts';
import { SendDeliveriesJob } from '../../backend/src/deliveries/post/send-deliveries.jobs.ts';

const going = { signal: new AbortController().signal };

export interface PlannedNotice {
  readonly userId: string;
  readonly kind?: string;
  readonly severity?: 'info' | 'warning' | 'late';
  readonly channel?: DeliveryChannel;
  readonly at?: string;
  readonly dueAt?: string;
  readonly bundleAt?: string;
}

export interface DeliveryState {
  readonly state: string;
  readonly fault: string | null;
  readonly tries: number;
  readonly waits: boolean;
}

/** Puts alerts and what is to be sent of them where the sweep would, and has the post go out. */
export class PostDesk {
  readonly #office: OfficeApp;
  readonly #unitId: number;

  constructor(office: OfficeApp, unitId: number) {
    this.#office = office;
    this.#unitId = unitId;
  }

  /** An alert about a year without a calendar, unless told otherwise: it needs no dossier. */
  async notice(planned: PlannedNotice): Promise<string> {
    const id = randomUUID();
    const {
      userId,
      kind = 'calendar.missing',
      severity = 'warning',
      channel = 'email',
      at = '2026-03-02T08:00:00+07:00',
      dueAt = '2026-03-05T17:00:00+07:00',
      bundleAt = null,
    } = planned;
    await this.#office.database.asRoot(
      `insert into alert (unit_id, id, subject_kind, subject_id, kind, threshold, revision, recipient,
         user_id, severity, level, reason, raised_at, recorded_at, due_at, status, bundle_at)
       values ($1, $2::uuid, 'calendar', $2::text, $3, 'due', 1, 'user:' || $4, $4, $5, 'officer',
         'named', $6, $6, $7, 'open', $8)`,
      [this.#unitId, id, kind, userId, severity, at, dueAt, bundleAt],
    );
    await this.#step(id, 1, 'raised', at);
    await this.#office.database.asRoot(
      `insert into delivery (unit_id, alert_id, channel, user_id, way, at)
       values ($1, $2, $3, $4, 'push', $5)`,
      [this.#unitId, id, channel, userId, at],
    );
    return id;
  }

  /** So many at one moment, each for the next of these people in turn; none says anything to another. */
  async notices(userIds: readonly string[], count: number): Promise<readonly string[]> {
    const rows = await this.#office.database.asRoot<{ readonly id: string }>(
      `insert into alert (unit_id, id, subject_kind, subject_id, kind, threshold, revision, recipient,
         user_id, severity, level, reason, raised_at, recorded_at, due_at, status)
       select $1, id, 'calendar', id::text, 'calendar.missing', 'due', 1, 'user:' || who, who,
         'warning', 'officer', 'named', $4, $4, $4, 'open'
       from (select gen_random_uuid() as id, ($2::text[])[1 + n % cardinality($2::text[])] as who
         from generate_series(0, $3 - 1) as n) as planned
       returning id`,
      [this.#unitId, userIds, count, '2026-03-02T08:00:00+07:00'],
    );
    const ids = rows.map(({ id }) => id);
    await this.#steps(ids, 1, 'raised');
    await this.#office.database.asRoot(
      `insert into delivery (unit_id, alert_id, channel, user_id, way, at)
       select unit_id, id, 'email', user_id::uuid, 'push', raised_at from alert
       where unit_id = $1 and id = any ($2::uuid[])`,
      [this.#unitId, ids],
    );
    return ids;
  }

  async closeAll(ids: readonly string[]): Promise<void> {
    await this.#steps(ids, 2, 'resolved');
    await this.#office.database.asRoot(
      `update alert set status = 'closed', closed_at = recorded_at, closed_because = 'resolved'
       where id = any ($1::uuid[])`,
      [ids],
    );
  }

  /** How many deliveries of the unit stand how. */
  async states(): Promise<Readonly<Record<string, number>>> {
    const rows = await this.#office.database.asRoot<{ state: string; count: number }>(
      'select state, count(*)::int as count from delivery where unit_id = $1 group by state',
      [this.#unitId],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  async #steps(ids: readonly string[], number: number, act: string): Promise<void> {
    await this.#office.database.asRoot(
      `insert into alert_step (unit_id, alert_id, number, act, actor, at)
       select $1, id, $3, $4, '{"kind": "machine", "id": "sweep"}', $5 from unnest($2::uuid[]) as id`,
      [this.#unitId, ids, number, act, '2026-03-02T08:00:00+07:00'],
    );
  }

  async contact(userId: string, email: string | null, phone: string | null = null): Promise<void> {
    await this.#office.database.asRoot(
      `insert into contact (user_id, email, phone, changed_at) values ($1, $2, $3, now())
       on conflict (user_id) do update set email = excluded.email, phone = excluded.phone`,
      [userId, email, phone],
    );
  }

  async close(alertId: string): Promise<void> {
    await this.#step(alertId, 2, 'resolved', '2026-03-02T08:30:00+07:00');
    await this.#office.database.asRoot(
      `update alert set status = 'closed', closed_at = recorded_at, closed_because = 'resolved'
       where id = $1`,
      [alertId],
    );
  }

  send(): Promise<void> {
    const job = this.#office.application.app.get(SendDeliveriesJob, { strict: false });
    return job.handle({}, going);
  }

  /** What waits need not wait any longer. */
  async patienceIsOver(): Promise<void> {
    await this.#office.database.asRoot(
      `update delivery set leased_until = null where unit_id = $1`,
      [this.#unitId],
    );
  }

  async #step(alertId: string, number: number, act: string, at: string): Promise<void> {
    await this.#office.database.asRoot(
      `insert into alert_step (unit_id, alert_id, number, act, actor, at)
       values ($1, $2, $3, $4, '{"kind": "machine", "id": "sweep"}', $5)`,
      [this.#unitId, alertId, number, act, at],
    );
  }

  async stateOf(alertId: string): Promise<DeliveryState | undefined> {
    const [row] = await this.#office.database.asRoot<DeliveryState>(
      `select state, fault, tries, leased_until is not null as waits from delivery
       where alert_id = $1`,
      [alertId],
    );
    return row;
  }
}
