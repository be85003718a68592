import type { Transaction } from './tenancy.ts';

const OURS = `'motcua'::regnamespace`;

// Not-null constraints became rows of their own in PostgreSQL 18; the columns tell them on every version.
const CATALOGUE = `
  select 'role ' || rolname || concat_ws(' ', '', case when rolsuper then 'SUPERUSER' end,
    case when rolbypassrls then 'BYPASSRLS' end) as line
    from pg_roles where rolname in ('motcua_app', 'motcua_reader')
  union all
  select 'schema ' || coalesce(nspacl::text, '') from pg_namespace where oid = ${OURS}
  union all
  select concat_ws(' ', 'table', relname, relkind, relacl::text,
    case when relrowsecurity then 'RLS' end, case when relforcerowsecurity then 'FORCE' end)
    from pg_class where relnamespace = ${OURS} and relkind in ('r', 'p', 'v', 'm', 'S')
  union all
  select concat_ws(' ', 'column', attrelid::regclass, attname, format_type(atttypid, atttypmod),
    case when attnotnull then 'NOT NULL' end, attidentity::text, attacl::text, pg_get_expr(adbin, adrelid))
    from pg_attribute join pg_class on pg_class.oid = attrelid
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where relnamespace = ${OURS} and relkind in ('r', 'p', 'v') and attnum > 0 and not attisdropped
  union all
  select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid),
    case when not convalidated then 'NOT VALID' end)
    from pg_constraint where connamespace = ${OURS} and contype <> 'n'
  union all
  select concat_ws(' ', 'index', pg_get_indexdef(indexrelid), case when not indisvalid then 'INVALID' end)
    from pg_index join pg_class on pg_class.oid = indexrelid where relnamespace = ${OURS}
  union all
  select concat_ws(' ', 'trigger', tgenabled::text, pg_get_triggerdef(pg_trigger.oid))
    from pg_trigger join pg_class on pg_class.oid = tgrelid
    where relnamespace = ${OURS} and not tgisinternal
  union all
  select concat_ws(' ', 'policy', tablename, policyname, permissive, cmd, roles::text, qual, with_check)
    from pg_policies where schemaname = 'motcua'
  union all
  select concat_ws(' ', 'function', oid::regprocedure, md5(prosrc), proacl::text,
    case when prosecdef then 'DEFINER' end)
    from pg_proc where pronamespace = ${OURS}`;

// Everything that TypeORM's own comparison does not see as well: triggers, policies, grants (I-22).
const ORDERED = `select line from (${CATALOGUE}) as catalogue order by line collate "C"`;

/** Puts on record what the schema is, right after we made it so. */
export const SEAL_SCHEMA = `insert into schema_seal (id, lines, sealed_at)
  select 1, array_agg(line order by line collate "C"), clock_timestamp() from (${CATALOGUE}) as catalogue
  on conflict (id) do update set lines = excluded.lines, sealed_at = excluded.sealed_at`;

export interface Drift {
  readonly missing: readonly string[];
  readonly strange: readonly string[];
}

/** How the schema differs from what our migrations left: what somebody took away or added by hand. */
export const schemaDrift = async (transaction: Transaction): Promise<Drift> => {
  const now = (await transaction.query<{ line: string }>(ORDERED)).map(({ line }) => line);
  const [seal] = await transaction.query<{ lines: string[] }>('select lines from schema_seal');
  const sealed = seal?.lines ?? [];
  const [there, wanted] = [new Set(now), new Set(sealed)];
  return {
    missing: sealed.filter((line) => !there.has(line)),
    strange: now.filter((line) => !wanted.has(line)),
  };
};
