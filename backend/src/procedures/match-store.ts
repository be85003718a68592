import type { Transaction } from '../platform/database/tenancy.ts';

type Asking = Pick<Transaction, 'query'>;

const OWNERS = `(select id from unit where id = $1
  union select parent_id from unit where id = $1 and parent_id is not null)`;

/** An entry of the catalogue, and whether it is there only because a source named its code. */
export interface CatalogueName {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly unknown: boolean;
}

// A unit's own name for a code stands before the city's.
const NAMES = `select distinct on (code) code, name, field, not reconciled and exists (
      select from procedure_version as version where version.owner_id = procedure.owner_id
        and version.code = procedure.code and version.created_by = 'unknown-code') as unknown
  from procedure where owner_id in ${OWNERS} order by code, owner_id = $1 desc`;

export const namesOf = (asking: Asking, unitId: number): Promise<readonly CatalogueName[]> =>
  asking.query<CatalogueName>(NAMES, [unitId]);

/** How many dossiers have a code, and of what fields they were told to be. */
export interface CodeUse {
  readonly code: string;
  readonly dossiers: number;
  readonly open: number;
  readonly fields: readonly string[];
}

const USES = `select procedure_code as code, count(*)::int as dossiers,
    count(*) filter (where finished_at = 'infinity')::int as open,
    array_agg(distinct field) as fields
  from dossier where unit_id = any ($1) and procedure_code = any ($2) and not annulled
  group by procedure_code`;

export const usesOf = (
  asking: Asking,
  units: readonly number[],
  codes: readonly string[],
): Promise<readonly CodeUse[]> => asking.query<CodeUse>(USES, [units, codes]);

export interface MatchRow {
  readonly ownerId: number;
  readonly code: string;
  readonly number: number;
  readonly targetCode: string | null;
  readonly matchedAt: number;
  readonly matchedBy: string;
}

// What the unit itself said last, else its city.
const MATCHES = `select distinct on (code) owner_id as "ownerId", code, number,
    target_code as "targetCode", matched_at as "matchedAt",
    coalesce((select display_name from office_user where id::text = matched_by), matched_by)
      as "matchedBy"
  from procedure_match where owner_id in ${OWNERS}
  order by code, owner_id = $1 desc, number desc`;

export const matchesOf = (asking: Asking, unitId: number): Promise<readonly MatchRow[]> =>
  asking.query<MatchRow>(MATCHES, [unitId]);

const ADD = `insert into procedure_match (owner_id, code, number, target_code, target_field,
    matched_at, matched_by)
  select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6
  from procedure_match where owner_id = $1 and code = $2 returning number`;

interface NewMatch {
  readonly ownerId: number;
  readonly code: string;
  readonly target: Pick<CatalogueName, 'code' | 'field'> | null;
  readonly at: string;
  readonly by: string;
}

/** What was said last; the number tells how often it was said anew. */
export async function addMatch(
  transaction: Transaction,
  { ownerId, code, target, at, by }: NewMatch,
): Promise<number> {
  const parameters = [ownerId, code, target?.code ?? null, target?.field ?? null, at, by];
  const [row] = await transaction.query<{ readonly number: number }>(ADD, parameters);
  if (row === undefined) throw new Error('A match was added and has no number');
  return row.number;
}
