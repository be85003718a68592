import type { Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { formatDay, dayOf, type Instant } from '#domain/working-time';

interface Over {
  readonly unitId: number;
  /** Only of what was over before. */
  readonly before: Instant;
}

// One taken back in error may never have been ended.
const INCIDENTS = `incident where unit_id = $1 and note is not null
  and (to_at < $2 or withdrawn and made_at < $2)`;

// With a dossier they go when that is over; of what is only there nobody will ever say that it is.
const EXPLANATIONS = `select said.unit_id, said.reconciliation_id, said.number, said.nth
  from reconciliation_explanation as said
    join reconciliation_finding as finding using (unit_id, reconciliation_id, number)
    join reconciliation as made on made.unit_id = said.unit_id and made.id = said.reconciliation_id
  where said.unit_id = $1 and said.note is not null and finding.dossier_id is null
    and made.to_day < $3::date and made.made_at < $2`;

const COUNT = `select (select count(*) from ${INCIDENTS})::int
  + (select count(*) from (${EXPLANATIONS}) as told)::int as count`;

const ERASE = `with told as (${EXPLANATIONS}),
  explained as (update reconciliation_explanation as said set note = null from told
    where said.unit_id = told.unit_id and said.reconciliation_id = told.reconciliation_id
      and said.number = told.number and said.nth = told.nth returning 1),
  lasted as (update incident set note = null
    where (unit_id, id) in (select unit_id, id from ${INCIDENTS}) returning 1)
  select ((select count(*) from explained) + (select count(*) from lasted))::int as count`;

const valuesOf = ({ unitId, before }: Over): readonly unknown[] => [
  ...[unitId, sqlInstant(before), formatDay(dayOf(before))],
];

async function counted(
  asking: Pick<Transaction, 'query'>,
  sql: string,
  over: Over,
): Promise<number> {
  const [row] = await asking.query<{ readonly count: number }>(sql, valuesOf(over));
  return row?.count ?? 0;
}

/** Notes that belong to no dossier here: of incidents, and of what only another system knows. */
export const countNotes = (asking: Pick<Transaction, 'query'>, over: Over): Promise<number> =>
  counted(asking, COUNT, over);

export const eraseNotes = (transaction: Transaction, over: Over): Promise<number> =>
  counted(transaction, ERASE, over);
