import type { DeliveryFault } from '#contract/deliveries';
import { instant } from '#domain/working-time';
import { wakeUnit } from '../../alerts/index.ts';
import type { EpochMs } from '../../platform/clock/clock.ts';
import type { Tenancy, Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Addressee, Lane, Letter, NoticeRow, Parcel } from './parcel.ts';

export interface Now {
  readonly office: EpochMs;
  readonly machine: EpochMs;
}

// A dossier on which something happened that alerts were not compared with yet is told about after that. Asked
// row by row: with thousands of new rows that nobody has counted yet, a join is planned as if they were few.
const IS_TURN = `state = 'open' and at <= $1 and (leased_until is null or leased_until <= $2)
  and coalesce((select dossier.alerts_version >= dossier.version from alert join dossier
    on dossier.unit_id = alert.unit_id and dossier.id = alert.dossier_id
    where alert.unit_id = delivery.unit_id and alert.id = delivery.alert_id), true)`;

const LANES = `select distinct unit_id as "unitId", channel from delivery where ${IS_TURN}`;

// Two workers in one lane would cut what one person is to get into two messages.
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('delivery:' || $2, $1))`;

// What may have arrived already goes first: nothing else of that person overtakes it. Rows that are held stay where
// they lie: by their place each is found at once, however many there are.
const TAKE = `with people as materialized (
    select user_id, parcel, coalesce(parcel, gen_random_uuid()) as id from (
      select user_id, parcel, min(at) as first from delivery
      where ${IS_TURN} and unit_id = $3 and channel = $4
      group by user_id, parcel order by parcel is null, first, user_id limit $6) as waiting),
  taken as materialized (
    select delivery.ctid as place, people.id, people.parcel is not null as repeated
    from delivery join people
      on people.user_id = delivery.user_id and people.parcel is not distinct from delivery.parcel
    where ${IS_TURN} and unit_id = $3 and channel = $4 for update of delivery)
  update delivery set leased_until = $5, tries = delivery.tries + 1, parcel = taken.id,
    first_tried_at = coalesce(first_tried_at, $2)
  from taken where delivery.ctid = taken.place
  returning parcel as id, delivery.user_id as "userId", delivery.alert_id as "alertId", tries,
    first_tried_at as "firstTriedAt", taken.repeated as "isRepeated"`;

const NOTICES = `select alert.id, alert.kind, alert.severity, alert.reason, alert.status,
    alert.subject_id as "subjectId", alert.dossier_id as "dossierId",
    coalesce(dossier.official_code, dossier.code) as "dossierCode", alert.due_at as "dueAt",
    alert.as_of as "asOf", alert.bundle_at as "bundleAt", alert.hush
  from alert left join dossier on dossier.unit_id = alert.unit_id and dossier.id = alert.dossier_id
  where alert.unit_id = $1 and alert.id = any ($2::uuid[])`;

const PEOPLE = `select who.id as "userId", username, display_name as "displayName",
    (select name from unit where id = $1) as "unitName", disabled_at is not null as "isDisabled",
    email, phone, zalo_user_id as "zaloUserId"
  from office_user as who left join contact on contact.user_id = who.id
  where who.id = any ($2::uuid[])`;

const OF_PARCEL = `unit_id = $1 and channel = $2 and parcel = $3 and state = 'open'`;

// Only what was sent belongs to its message for ever: the rest would come back under a known number.
const SETTLE = `update delivery set state = $4, fault = $5, settled_at = $6, leased_until = null,
    parcel = case when $4 = 'sent' then parcel end,
    first_tried_at = case when $4 = 'sent' then first_tried_at end
  where ${OF_PARCEL} and ($7::uuid[] is null or alert_id = any ($7))`;

const POSTPONE = `update delivery set leased_until = $4, fault = $5,
    parcel = case when $6 then parcel end
  where ${OF_PARCEL}`;

interface TakenRow {
  readonly id: string;
  readonly userId: string;
  readonly alertId: string;
  readonly tries: number;
  readonly firstTriedAt: EpochMs;
  readonly isRepeated: boolean;
}

const parcelsOf = (lane: Lane, rows: readonly TakenRow[]): readonly Parcel[] =>
  // In no order come the rows; what was tried before goes first.
  [...Map.groupBy(rows, ({ id }) => id)]
    .map(([id, own]) => ({
      ...lane,
      id,
      userId: own[0]?.userId ?? '',
      alertIds: own.map(({ alertId }) => alertId),
      tries: Math.max(...own.map(({ tries }) => tries)),
      firstTriedAt: Math.min(...own.map(({ firstTriedAt }) => firstTriedAt)),
      isRepeated: own.some(({ isRepeated }) => isRepeated),
    }))
    .toSorted((one, other) => one.firstTriedAt - other.firstTriedAt);

/** The deliveries whose turn it is. Turns are of the office's clock, leases and tries of the machine's. */
export class DeliveryStore {
  readonly #tenancy: Tenancy;

  constructor(tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  lanes(now: Now): Promise<readonly Lane[]> {
    const moments = [sqlInstant(now.office), sqlInstant(now.machine)];
    return this.#tenancy.askEverywhere<Lane>(LANES, moments);
  }

  /** For so many people everything they are to get, in the hands of nobody else for a while. */
  take(
    lane: Lane,
    now: Now,
    { leaseMs, people }: { readonly leaseMs: number; readonly people: number },
  ): Promise<readonly Letter[]> {
    const { unitId, channel } = lane;
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await transaction.query(ONE_AT_A_TIME, [unitId, channel]);
      const rows = await transaction.query<TakenRow>(TAKE, [
        ...[sqlInstant(now.office), sqlInstant(now.machine), unitId, channel],
        ...[sqlInstant(now.machine + leaseMs), people],
      ]);
      return this.#write(transaction, parcelsOf(lane, rows), now.office);
    });
  }

  /** `alertIds` absent: all of the parcel. */
  async settle(
    { unitId, channel, id }: Parcel,
    outcome: { readonly state: 'sent' | 'superseded' | 'dead'; readonly fault?: DeliveryFault },
    { office, machine }: Now,
    alertIds?: readonly string[],
  ): Promise<void> {
    const { state, fault = null } = outcome;
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const values = [unitId, channel, id, state, fault, sqlInstant(machine), alertIds ?? null];
      await transaction.execute(SETTLE, values);
      if (state === 'dead') await wakeUnit(transaction, unitId, instant(office));
    });
  }

  /**
   * `isSure` that this attempt gave it to nobody. If no earlier one may have, it leaves next time together with
   * what has come by then.
   */
  async postpone(
    { unitId, channel, id, isRepeated }: Parcel,
    { until, fault, isSure }: { until: EpochMs; fault: DeliveryFault | null; isSure: boolean },
  ): Promise<void> {
    const values = [unitId, channel, id, sqlInstant(until), fault, isRepeated || !isSure];
    await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      transaction.execute(POSTPONE, values),
    );
  }

  async #write(
    transaction: Transaction,
    parcels: readonly Parcel[],
    now: EpochMs,
  ): Promise<readonly Letter[]> {
    const [{ unitId } = { unitId: 0 }] = parcels;
    if (parcels.length === 0) return [];
    const alertIds = [...new Set(parcels.flatMap((parcel) => parcel.alertIds))];
    const notices = await transaction.query<NoticeRow>(NOTICES, [unitId, alertIds]);
    const userIds = parcels.map(({ userId }) => userId);
    const people = await transaction.query<Addressee>(PEOPLE, [unitId, userIds]);
    return parcels.flatMap((parcel) => {
      const to = people.find(({ userId }) => userId === parcel.userId);
      const ids = new Set(parcel.alertIds);
      const own = notices.filter(({ id }) => ids.has(id));
      return to === undefined ? [] : [{ parcel, to, notices: own, now }];
    });
  }
}
