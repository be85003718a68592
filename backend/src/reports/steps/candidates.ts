import { boundsOf, type Bounds } from '#domain/report';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { countableSql, placesOf, type Frame } from '../engine/frame.ts';
import { Values } from '../engine/values.ts';

/** A dossier that a period may count, up to its last event. */
export interface Candidate {
  readonly id: string;
  readonly version: number;
}

export async function candidatesIn(
  transaction: Transaction,
  frame: Frame,
): Promise<readonly Candidate[]> {
  const values = new Values();
  const places = placesOf(frame, values);
  const { later } = places;
  return transaction.query<Candidate>(
    `${later === null ? '' : `with ${later}`}
     select candidate.id, dossier.version from (
       select unit_id, dossier_id as id from (${countableSql(places, 'fact.dossier_id')}) as fact
       ${later === null ? '' : 'union all select unit_id, dossier_id from later where was_known'}
     ) as candidate
     join dossier on dossier.unit_id = candidate.unit_id and dossier.id = candidate.id
     order by candidate.id`,
    values.list,
  );
}

/**
 * Of one commune, whom *Cần xem lại* may speak of: the few who were asked, held, refused or stopped in the period,
 * and those of whom something was corrected, whenever that was. Who of them is counted their lives tell.
 */
export async function reviewedIn(
  transaction: Transaction,
  { about, period }: Frame,
): Promise<readonly Candidate[]> {
  const { start, end }: Bounds = boundsOf(period);
  return transaction.query<Candidate>(
    `select reviewed.id, dossier.version from (
       select dossier_id as id from dossier_event where unit_id = $1
         and type in ('supplementRequested', 'held', 'refused', 'stopped')
         and occurred_at >= $2::timestamptz and occurred_at < $3::timestamptz
       union select dossier_id from dossier_event where unit_id = $1 and type = 'corrected'
     ) as reviewed
     join dossier on dossier.unit_id = $1 and dossier.id = reviewed.id
       and dossier.finished_at >= $2::timestamptz
     order by reviewed.id`,
    [about.id, sqlInstant(start), sqlInstant(end)],
  );
}
