import type { Instant } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { wakeUnit } from '../sweep/unit-sweep.service.ts';

// Rules hold for what is under way, and for what still waits for somebody after its finish.
const LOOK_AGAIN = `update dossier set next_signal_at = $2 where unit_id = $1
  and (finished_at = 'infinity' or next_signal_at is not null or state = 'resultReady')`;

/** What people are told by has changed: everything it may concern is looked at anew. */
export async function lookAgain(
  transaction: Transaction,
  unitId: number,
  now: Instant,
): Promise<void> {
  await transaction.execute(LOOK_AGAIN, [unitId, sqlInstant(now)]);
  await wakeUnit(transaction, unitId, now);
}
