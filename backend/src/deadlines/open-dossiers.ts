import { OPEN_STATES } from '#domain/dossier';
import { instant, plusDays, startOf } from '#domain/working-time';
import type { Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { ChangedDays } from './changed-days.ts';

/**
 * Open dossiers whose time from receipt to due moment meets the changed days; those that stand still have no
 * due moment yet, so any later day may come to count.
 */
export async function dossiersAcross(
  asking: Pick<Transaction, 'query'>,
  unitId: number,
  { first, last }: ChangedDays,
): Promise<readonly string[]> {
  const rows = await asking.query<{ readonly id: string }>(
    `select id from dossier
     where unit_id = $1 and state = any($2) and finished_at = 'infinity'
       and least(submitted_at, received_at) < $4
       and (due_at is null or greatest(due_at, before_extension_at, ours_at) >= $3)
     order by id`,
    [
      unitId,
      [...OPEN_STATES],
      sqlInstant(startOf(first)),
      sqlInstant(instant(startOf(plusDays(last, 1)))),
    ],
  );
  return rows.map(({ id }) => id);
}

/** Whatever waits for a working moment has to be looked at again. */
export const lookAgain = (
  transaction: Pick<Transaction, 'execute'>,
  unitId: number,
  at: string,
): Promise<number> =>
  transaction.execute(
    `update dossier set next_signal_at = $2 where unit_id = $1 and finished_at = 'infinity'`,
    [unitId, at],
  );
