import type { ProcedureDefinition } from '#contract/procedures';
import type { Transaction } from '../platform/database/tenancy.ts';
import { plainText } from '../platform/text/plain-text.ts';
import type { Stored, VersionHead, VersionRow } from './catalogued.ts';

/** The unit itself and the city above it. */
export const OWNERS = `(select id from unit where id = $1
  union select parent_id from unit where id = $1 and parent_id is not null)`;

/** Who made the entries that came with the product. */
export const STARTER = 'starter-catalogue';

const HEAD = 'owner_id, code, version, effective_from, reconciled';
const COLUMNS = `${HEAD}, definition`;

const IN_FORCE = `from versions_in_force($1, $2, $3::date)
  join procedure_version using (owner_id, code, version) join procedure using (owner_id, code)
  order by owner_id, code`;

type Asking = Pick<Transaction, 'query'>;

interface InForce {
  readonly unitId: number;
  readonly codes: readonly string[];
  readonly on: string;
}

/**
 * Per owner and code the version in force on a day; where none is yet, an entry's first one: dossiers told
 * of afterwards may be older than the catalogue. An overlay holds only from its day on.
 */
export const versionsInForce = (
  transaction: Asking,
  { unitId, codes, on }: InForce,
): Promise<readonly VersionRow[]> =>
  transaction.query<VersionRow>(`select ${COLUMNS} ${IN_FORCE}`, [unitId, codes, on]);

/** The same without what they say. */
export const headsInForce = (
  transaction: Asking,
  { unitId, codes, on }: InForce,
): Promise<readonly VersionHead[]> =>
  transaction.query<VersionHead>(`select ${HEAD} ${IN_FORCE}`, [unitId, codes, on]);

/** What versions of many procedures say. */
export const definitionsOf = (
  transaction: Asking,
  heads: readonly VersionHead[],
): Promise<readonly Omit<VersionRow, 'effective_from' | 'reconciled'>[]> =>
  transaction.query(
    `select owner_id, code, version, definition
     from unnest($1::int[], $2::text[], $3::int[]) as named (owner_id, code, version)
     join procedure_version using (owner_id, code, version)`,
    [
      heads.map(({ owner_id: owner }) => owner),
      heads.map(({ code }) => code),
      heads.map(({ version }) => version),
    ],
  );

/** A version by its name, and whether somebody has compared its entry. */
export interface ProcedureHead {
  readonly ownerId: number;
  readonly version: number;
  readonly reconciled: boolean;
}

/** The versions that were named. */
export const versionsOf = (
  transaction: Asking,
  code: string,
  heads: readonly ProcedureHead[],
): Promise<readonly VersionRow[]> =>
  transaction.query<VersionRow>(
    `select owner_id, code, version, effective_from, definition, named.reconciled
     from unnest($2::int[], $3::int[], $4::boolean[]) as named (owner_id, version, reconciled)
     join procedure_version using (owner_id, version) where code = $1`,
    [
      code,
      heads.map(({ ownerId }) => ownerId),
      heads.map(({ version }) => version),
      heads.map(({ reconciled }) => reconciled),
    ],
  );

/** The versions with these numbers, of the unit and of its city. */
export function versionsNumbered(
  transaction: Asking,
  { unitId, code, versions }: { unitId: number; code: string; versions: readonly number[] },
): Promise<readonly VersionRow[]> {
  return transaction.query<VersionRow>(
    `select ${COLUMNS} from procedure_version join procedure using (owner_id, code)
     where code = $2 and owner_id in ${OWNERS} and version = any($3)`,
    [unitId, code, versions],
  );
}

/** The last version of each owner, whenever it comes into force. */
export const latestVersions = (
  transaction: Asking,
  unitId: number,
  code: string,
): Promise<readonly VersionRow[]> => latestVersionsOf(transaction, unitId, [code]);

/** The same of many procedures at once. */
export function latestVersionsOf(
  transaction: Asking,
  unitId: number,
  codes: readonly string[],
): Promise<readonly VersionRow[]> {
  return transaction.query<VersionRow>(
    `select distinct on (code, owner_id) ${COLUMNS}
     from procedure_version join procedure using (owner_id, code)
     where code = any($2) and owner_id in ${OWNERS} order by code, owner_id, version desc`,
    [unitId, codes],
  );
}

export interface MadeRow extends VersionRow {
  readonly created_at: number;
  readonly created_by: string;
}

/** Every version there ever was, of the unit and of its city, the last made first. */
export const allVersions = (
  asking: Asking,
  unitId: number,
  code: string,
): Promise<readonly MadeRow[]> =>
  asking.query<MadeRow>(
    `select ${COLUMNS}, created_at, created_by
     from procedure_version join procedure using (owner_id, code)
     where code = $2 and owner_id in ${OWNERS} order by created_at desc, owner_id, version desc`,
    [unitId, code],
  );

export interface Search {
  readonly unitId: number;
  /** Plain words, all of which occur. */
  readonly words: readonly string[];
  readonly field: string | undefined;
  readonly after: string;
  readonly limit: number;
}

/** Codes of a page of the catalogue, in order of code. */
export async function findCodes(
  transaction: Asking,
  { unitId, words, field, after, limit }: Search,
): Promise<readonly string[]> {
  const rows = await transaction.query<{ readonly code: string }>(
    `select code collate "C" as code from procedure
     where owner_id in ${OWNERS} and code collate "C" > $2 and ($3::text is null or field = $3)
       and not exists (select from unnest($4::text[]) as word
         where strpos(name_plain, word) = 0 and not starts_with(lower(code), word))
     group by 1 order by 1 limit $5`,
    [unitId, after, field ?? null, words, limit],
  );
  return rows.map(({ code }) => code);
}

/** The unit at the top: the city, or a commune that has none. */
export async function rootOf(transaction: Asking, unitId: number): Promise<number> {
  const [row] = await transaction.query<{ readonly root: number }>(
    'select coalesce(parent_id, id) as root from unit where id = $1',
    [unitId],
  );
  if (row === undefined) throw new Error(`No unit ${unitId}`);
  return row.root;
}

/** Keeps others from numbering a version of the same entry until the transaction ends. */
export const lockProcedure = (transaction: Transaction, code: string): Promise<unknown> =>
  lockProcedures(transaction, [code]);

/** The same of many entries, always in one order: two lists at once wait for each other and are not stuck. */
export const lockProcedures = (
  transaction: Transaction,
  codes: readonly string[],
): Promise<unknown> =>
  transaction.query(
    `select count(pg_advisory_xact_lock(hashtextextended('procedure:' || code, 0)))
     from (select code from unnest($1::text[]) as named (code) order by code collate "C") as every`,
    [codes],
  );

export interface NewVersion {
  readonly ownerId: number;
  readonly code: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly stored: Stored;
  /** As a search finds the entry and a list calls it. */
  readonly shown: Pick<ProcedureDefinition, 'name' | 'field'>;
  readonly reconciled: boolean;
  readonly at: string;
  readonly by: string;
}

export async function addVersion(transaction: Transaction, added: NewVersion): Promise<void> {
  const { ownerId, code, version, shown, stored } = added;
  await transaction.execute(
    `insert into procedure (owner_id, code, name, name_plain, field, reconciled)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (owner_id, code) do update set name = excluded.name,
       name_plain = excluded.name_plain, field = excluded.field,
       reconciled = procedure.reconciled or excluded.reconciled`,
    [ownerId, code, shown.name, plainText(shown.name), shown.field, added.reconciled],
  );
  const definition = stored.kind === 'overlay' ? { overlay: stored.changes } : stored.definition;
  await transaction.execute(
    `insert into procedure_version
       (owner_id, code, version, definition, effective_from, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [ownerId, code, version, JSON.stringify(definition), added.effectiveFrom, added.at, added.by],
  );
}

/** Entries nobody has yet, each with its first version; what is there stays as it is. */
export async function addMissing(
  transaction: Transaction,
  { ownerId, entries, at, by }: MissingEntries,
): Promise<void> {
  await transaction.execute(
    `with given as (
       select * from jsonb_to_recordset($2::jsonb)
         as entry (place int, code text, name_plain text, definition jsonb)),
     added as (
       insert into procedure (owner_id, code, name, name_plain, field, reconciled)
       select $1, code, definition ->> 'name', name_plain, definition ->> 'field', false
       from given order by place
       on conflict (owner_id, code) do nothing returning code)
     insert into procedure_version
       (owner_id, code, version, definition, effective_from, created_at, created_by)
     select $1, code, 1, definition, '2000-01-01', $3, $4 from given join added using (code)
     order by code`,
    [
      ownerId,
      JSON.stringify(
        entries.map(({ code, definition }, place) => ({
          place,
          code,
          name_plain: plainText(definition.name),
          definition,
        })),
      ),
      at,
      by,
    ],
  );
}

export interface MissingEntries {
  readonly ownerId: number;
  readonly entries: readonly { readonly code: string; readonly definition: ProcedureDefinition }[];
  readonly at: string;
  readonly by: string;
}
