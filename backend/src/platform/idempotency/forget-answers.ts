import type { EpochMs } from '../clock/clock.ts';
import type { Tenancy } from '../database/tenancy.ts';
import { sqlInstant } from '../database/wire-types.ts';

const PORTION = 5_000;

// Portion by portion: nobody who asks at this hour waits for a long delete.
const FORGET = `delete from idempotency where ctid in
  (select ctid from idempotency where at < $1 limit ${PORTION})`;

/** Answers that nobody will ask for again. */
export async function forgetAnswers(tenancy: Tenancy, olderThan: EpochMs): Promise<void> {
  const some = () =>
    tenancy.within({ units: [] }, (transaction) =>
      transaction.execute(FORGET, [sqlInstant(olderThan)]),
    );
  while ((await some()) === PORTION);
}
