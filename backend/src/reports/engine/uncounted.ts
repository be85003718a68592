import type { Transaction } from '../../platform/database/tenancy.ts';
import { boundsOf, listNotCounted } from '#domain/report';
import { knownThen, placesOf, type Frame } from './frame.ts';
import type { Known } from './known-then.service.ts';
import { Values } from './values.ts';

/** Citizens who came and whom no column counts. */
export interface Uncounted {
  readonly withdrawnBeforeAcceptance: number;
  readonly awaitingIntakeSupplement: number;
}

/**
 * How many dossiers the line under the table tells of: the domain's `listNotCounted`, as numbers; of those
 * whose history has grown since the moment asked about, by the domain itself.
 */
export async function countUncounted(
  transaction: Transaction,
  frame: Frame,
  toldSince: readonly Known[],
): Promise<Uncounted> {
  const kept = await countKept(transaction, frame);
  const dossiers = toldSince.map(({ dossier }) => dossier);
  const told = listNotCounted(dossiers, boundsOf(frame.period), frame.authority);
  return {
    withdrawnBeforeAcceptance:
      kept.withdrawnBeforeAcceptance + told.withdrawnBeforeAcceptance.length,
    awaitingIntakeSupplement: kept.awaitingIntakeSupplement + told.awaitingIntakeSupplement.length,
  };
}

async function countKept(transaction: Transaction, frame: Frame): Promise<Uncounted> {
  const values = new Values();
  const { units, start, end, authority, later } = placesOf(frame, values);
  const [row] = await transaction.query<Uncounted>(
    `${later === null ? '' : `with ${later} `}select
       (select count(*)::int from dossier_fact as fact
        where fact.unit_id = any (${units}) and not left_out and authority = ${authority}
          and came_at is null and outcome = 'withdrawn'
          and finished_at >= ${start} and finished_at < ${end}
          ${knownThen(later, 'fact')}) as "withdrawnBeforeAcceptance",
       (select count(*)::int from dossier_span as span
        join dossier_fact as fact on fact.unit_id = span.unit_id
          and fact.dossier_id = span.dossier_id and not left_out and authority = ${authority}
          and (came_at is null or came_at >= ${end})
        where span.unit_id = any (${units}) and span.from_at < ${end} and span.to_at >= ${end}
          and span.state = 'awaitingIntakeSupplement'
          ${knownThen(later, 'fact')}) as "awaitingIntakeSupplement"`,
    values.list,
  );
  if (row === undefined) throw new Error('No counts');
  return row;
}
