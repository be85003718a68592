import type { Taken } from '#domain/fee';
import type { Instant } from '#domain/working-time';
import { startOf, plusDays, type Day } from '#domain/working-time';
import type { Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';

/** Which payments are meant; every figure of the room is one of these sets. */
export interface Meant {
  readonly unitId: number;
  readonly from: Day;
  readonly to: Day;
  readonly method?: string | undefined;
  readonly officer?: string | undefined;
  readonly procedure?: string | undefined;
}

/** A payment as the tables have it. */
export interface TakenRow extends Taken {
  readonly occurredAt: Instant;
  readonly officer: string;
}

/** `$1` to `$6` are those of `meantBy`. A mark of another system without an amount is no money. */
export const TAKEN = `fee_entry as entry
  join dossier on dossier.unit_id = entry.unit_id and dossier.id = entry.dossier_id and not annulled
  where entry.unit_id = $1 and entry.kind = 'payment' and entry.amount > 0
    and entry.occurred_at >= $2 and entry.occurred_at < $3
    and ($4::text is null or entry.method = $4) and ($5::text is null or entry.officer = $5)
    and ($6::text is null or dossier.procedure_code = $6)`;

export const TAKEN_COLUMNS = `entry.dossier_id as "dossierId", entry.version, entry.amount,
  entry.method, entry.occurred_at as "occurredAt", entry.officer`;

/** What a procedure is called, as the unit says or as the city does. */
export const PROCEDURE_NAME = `(select name from procedure where code = dossier.procedure_code
  order by owner_id = dossier.unit_id desc limit 1)`;

export const meantBy = ({ unitId, from, to, method, officer, procedure }: Meant) => [
  ...[unitId, sqlInstant(startOf(from)), sqlInstant(startOf(plusDays(to, 1)))],
  ...[method ?? null, officer ?? null, procedure ?? null],
];

const OF_DAY = `select ${TAKEN_COLUMNS} from ${TAKEN} order by entry.occurred_at, entry.dossier_id, entry.version`;

/** Everything taken on a day, in order. */
export const takenOn = (
  transaction: Pick<Transaction, 'query'>,
  meant: Meant,
): Promise<readonly TakenRow[]> => transaction.query<TakenRow>(OF_DAY, meantBy(meant));

/** Without what only the book of the day wants to know. */
export const asTaken = ({ dossierId, version, amount, method }: TakenRow): Taken => ({
  ...{ dossierId, version, amount, method },
});
