import type { Ii06bColumn } from '#domain/report';
import type { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { ReportTally, ReportingMonth } from './report-tally.ts';

/** The columns that the facts of the row alone decide; what was pending at a bound, its stretches tell. */
const COLUMNS = [
  'total',
  'onlineInPeriod',
  'directOrPostInPeriod',
  'carriedOver',
  'resolved',
  'rejected',
  'withdrawn',
  'pending',
] as const satisfies readonly Ii06bColumn[];

// Written from the form, not from the fold: what two hands count alike is counted right.
const COUNT = `with reported as (
    select channel, outcome, finished_at,
      case when received_at <= finished_at then received_at
        when outcome = 'refused' then finished_at
        when outcome = 'withdrawn' then null
        else received_at end as came_at
    from dossier
    where unit_id = $1 and authority = 'commune' and not annulled and linked_to is null
  ), counted as (
    select channel, outcome, came_at >= $2 as is_new, finished_at < $3 as is_over from reported
    where came_at < $3 and (came_at >= $2 or finished_at >= $2)
  )
  select count(*) as total,
    count(*) filter (where is_new and channel = 'online') as "onlineInPeriod",
    count(*) filter (where is_new and channel <> 'online') as "directOrPostInPeriod",
    count(*) filter (where not is_new) as "carriedOver",
    count(*) filter (where is_over) as resolved,
    count(*) filter (where is_over and outcome in ('refused', 'stopped')) as rejected,
    count(*) filter (where is_over and outcome = 'withdrawn') as withdrawn,
    count(*) filter (where not is_over) as pending
  from counted`;

type Counted = Readonly<Record<(typeof COLUMNS)[number], number>>;

/** Where the rows of a unit count a month otherwise than its events do (I-15). */
export async function differingMonths(
  tenancy: Tenancy,
  unitId: number,
  tally: ReportTally,
  months: Iterable<ReportingMonth>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, start, end } of months) {
    const values = [unitId, sqlInstant(start), sqlInstant(end)];
    const [rows] = await tenancy.ask<Counted>({ units: [unitId] }, COUNT, values);
    const told = tally.counts.get(name);
    const differing = COLUMNS.filter((column) => rows?.[column] !== (told?.get(column) ?? 0));
    const sides = differing.map(
      (column) => `${column} ${rows?.[column]}≠${told?.get(column) ?? 0}`,
    );
    if (sides.length > 0) found.push(`${name} ${sides.join(', ')}`);
  }
  return found;
}
