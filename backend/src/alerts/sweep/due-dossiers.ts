import type { SourceView } from '#domain/alert';
import { instant, type Instant } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';

/** A dossier whose moment has come. */
export interface DueDossier {
  readonly unitId: number;
  readonly id: string;
  readonly procedureCode: string;
  readonly procedureVersion: number;
  readonly seenVersion: number;
  readonly seenAt: number | null;
  readonly hasSource: boolean;
}

export interface DuePlace {
  readonly unitId: number;
  readonly procedureCode: string;
  readonly procedureVersion: number;
}

/** What the row of a dossier says after its looks. */
export interface Advance {
  readonly unitId: number;
  readonly id: string;
  readonly version: number;
  readonly at: Instant | null;
  readonly nextSignalAt: Instant | null;
  readonly nearAt: Instant | null;
}

const PEEK = `select distinct unit_id as "unitId", procedure_code as "procedureCode",
    procedure_version as "procedureVersion"
  from (select unit_id, procedure_code, procedure_version from dossier
    where next_signal_at <= $1 order by next_signal_at limit $2) as due`;

const TAKE = `select unit_id as "unitId", id, procedure_code as "procedureCode",
    procedure_version as "procedureVersion", alerts_version as "seenVersion", alerts_at as "seenAt",
    source is not null as "hasSource"
  from dossier where next_signal_at <= $1 and unit_id = any ($3)
  order by next_signal_at limit $2 for update skip locked`;

// Record by record: joined, those of a batch were looked for among all records the unit has.
const SOURCES = `select dossier.id, record.as_of as "asOf", record.known_at as "knownAt",
    done.at as "doneAt"
  from dossier cross join lateral (select as_of, known_at from source_record
    where source_record.unit_id = $1 and source_record.source = dossier.source
      and source_record.external_code = dossier.external_code limit 1) as record
  left join done_at_source as done on done.unit_id = dossier.unit_id and done.dossier_id = dossier.id
  where dossier.unit_id = $1 and dossier.id = any ($2::uuid[]) and record.as_of is not null`;

const ADVANCE = `update dossier set next_signal_at = told.next_signal_at,
    alerts_version = told.alerts_version, alerts_at = told.alerts_at, near_at = told.near_at
  from jsonb_populate_recordset(null::dossier, $1::text::jsonb) as told
  where dossier.unit_id = told.unit_id and dossier.id = told.id`;

/** Where the next batch lies: what has to be read before its rows are taken. */
export const peekDue = (
  transaction: Transaction,
  now: Instant,
  limit: number,
): Promise<readonly DuePlace[]> => transaction.query<DuePlace>(PEEK, [sqlInstant(now), limit]);

/** The next batch, held until the transaction ends; rows that somebody else holds are left to them. */
export const takeDue = (
  transaction: Transaction,
  now: Instant,
  { limit, unitIds }: { readonly limit: number; readonly unitIds: readonly number[] },
): Promise<readonly DueDossier[]> =>
  transaction.query<DueDossier>(TAKE, [sqlInstant(now), limit, unitIds]);

interface SourceRow {
  readonly id: string;
  readonly asOf: number;
  readonly knownAt: number;
  readonly doneAt: number | null;
}

/** What their primary sources said last of these dossiers. */
export async function sourceViews(
  transaction: Transaction,
  unitId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SourceView>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.query<SourceRow>(SOURCES, [unitId, ids]);
  return new Map(
    rows.map(({ id, asOf, knownAt, doneAt }) => [
      id,
      {
        asOf: instant(asOf),
        firstImportedAt: instant(knownAt),
        doneAtSourceAt: doneAt === null ? null : instant(doneAt),
      },
    ]),
  );
}

const moment = (at: Instant | null): string | null => (at === null ? null : sqlInstant(at));

export async function advance(
  transaction: Transaction,
  advances: readonly Advance[],
): Promise<void> {
  if (advances.length === 0) return;
  const rows = advances.map(({ unitId, id, version, at, nextSignalAt, nearAt }) => ({
    ...{ unit_id: unitId, id, alerts_version: version, alerts_at: moment(at) },
    ...{ next_signal_at: moment(nextSignalAt), near_at: moment(nearAt) },
  }));
  await transaction.execute(ADVANCE, [JSON.stringify(rows)]);
}
