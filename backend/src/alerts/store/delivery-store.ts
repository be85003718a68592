import { DEFAULT_WISH, notificationWishSchema, type NotificationWish } from '#contract/alerts';
import type { PushedOn } from '#domain/alert';
import { dayOf, instant, startOf, type Day, type Instant } from '#domain/working-time';
import { jsonBytes } from '../../platform/database/json-bytes.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { PlannedDelivery } from './planned-delivery.ts';

const WISHES =
  'select user_id as "userId", wish from notification_wish where user_id::text = any ($1)';

// As few as a digest tells, so that however much is old, little is looked at.
const OLD = `select delivery.user_id as "userId", count(distinct delivery.alert_id)::int as count
  from delivery join alert on alert.unit_id = delivery.unit_id and alert.id = delivery.alert_id
  where delivery.unit_id = $1 and delivery.state = 'open' and way = 'digest' and delivery.at >= $3
    and delivery.user_id::text = any ($2) and alert.hush = 'beforeImport'
  group by delivery.user_id`;

const PUSHED = `select user_id as "userId", at, count(distinct alert_id)::int as count
  from delivery where unit_id = $1 and user_id::text = any ($2) and way = 'push' and at >= $3
  group by user_id, at`;

// What was superseded speaks again when its alert does; what was sent is not sent twice (I-10).
const PUT = `insert into delivery as held (unit_id, alert_id, channel, user_id, way, at)
  select $1, "alertId", channel, "userId", way, at from jsonb_to_recordset($2::text::jsonb)
    as told ("alertId" uuid, channel text, "userId" uuid, way text, at timestamptz)
    join office_user on office_user.id = "userId"
  on conflict (unit_id, alert_id, channel, user_id) do update
    set state = 'open', way = excluded.way, at = excluded.at, settled_at = null,
      tries = 0, fault = null, parcel = null, first_tried_at = null
    where held.state = 'superseded'`;

const SUPERSEDE = `update delivery set state = 'superseded', settled_at = $3, leased_until = null
  where unit_id = $1 and alert_id = any ($2::uuid[]) and state = 'open'`;

export async function wishesOf(
  transaction: Transaction,
  users: readonly string[],
): Promise<ReadonlyMap<string, NotificationWish>> {
  const rows = await transaction.query<{ readonly userId: string; readonly wish: unknown }>(
    WISHES,
    [users],
  );
  return new Map(
    rows.map(({ userId, wish }) => [
      userId,
      { ...DEFAULT_WISH, ...notificationWishSchema.parse(wish) },
    ]),
  );
}

interface PushedRow {
  readonly userId: string;
  readonly at: number;
  readonly count: number;
}

/** How many pushes each person has had, or has coming, from today on. */
export async function pushedTo(
  transaction: Transaction,
  { unitId, users, now }: { unitId: number; users: readonly string[]; now: Instant },
): Promise<ReadonlyMap<string, PushedOn>> {
  const since = sqlInstant(startOf(dayOf(now)));
  const rows = await transaction.query<PushedRow>(PUSHED, [unitId, users, since]);
  const counts = new Map<string, Map<Day, number>>();
  for (const { userId, at, count } of rows) {
    const days = counts.get(userId) ?? new Map<Day, number>();
    const day = dayOf(instant(at));
    counts.set(userId, days.set(day, (days.get(day) ?? 0) + count));
  }
  return counts;
}

/** How many alerts that were old when a list brought them wait for each person's digest. */
export async function oldFor(
  transaction: Transaction,
  { unitId, users, now }: { unitId: number; users: readonly string[]; now: Instant },
): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction.query<{ readonly userId: string; readonly count: number }>(OLD, [
    unitId,
    users,
    sqlInstant(now),
  ]);
  return new Map(rows.map(({ userId, count }) => [userId, count]));
}

export async function putDeliveries(
  transaction: Transaction,
  unitId: number,
  planned: readonly PlannedDelivery[],
): Promise<void> {
  if (planned.length === 0) return;
  const rows = planned.map((each) => ({ ...each, at: sqlInstant(each.at) }));
  await transaction.execute(PUT, [unitId, await jsonBytes(rows)]);
}

/** What nobody needs to hear any more. Settled by the machine's time, as all deliveries are. */
export async function supersedeDeliveries(
  transaction: Transaction,
  unitId: number,
  { alertIds, at }: { readonly alertIds: readonly string[]; readonly at: number },
): Promise<void> {
  if (alertIds.length === 0) return;
  await transaction.execute(SUPERSEDE, [unitId, alertIds, sqlInstant(at)]);
}
