import type { VerifyCheck } from '#contract/verify';
import type { Tenancy } from '../platform/database/tenancy.ts';
import type { Finding } from './finding.ts';

interface SetCheck {
  readonly check: VerifyCheck;
  /** Gives `unit_id` and `where` of what is wrong; at most so many, for a broken table breaks them all. */
  readonly sql: string;
}

const MOST = 100;

const ownCodes = `select unit_id, id, code, split_part(code, '-', 2) as day,
    split_part(code, '-', 3)::int as number
  from dossier where code ~ '^MC\\.[A-Z0-9.]+-[0-9]{6}-[0-9]+$'`;

const CHECKS: readonly SetCheck[] = [
  {
    check: 'versions-gapless',
    sql: `select dossier.unit_id, dossier.id::text as where from dossier
      left join lateral (select count(*) as count, max(version) as last, min(version) as first
        from dossier_event as event
        where event.unit_id = dossier.unit_id and event.dossier_id = dossier.id) as told on true
      where told.count = 0 or told.first <> 1 or told.last <> told.count
        or dossier.version <> told.count`,
  },
  {
    check: 'events-chained',
    sql: `select unit_id, dossier_id || ' ' || version as where from broken_chain()`,
  },
  {
    check: 'answers-kept',
    sql: `select null::int as unit_id, actor || ' ' || idempotency.id as where from idempotency
      join dossier on dossier.id::text = idempotency.id
      where idempotency.version > dossier.version`,
  },
  {
    check: 'recorded-in-order',
    sql: `select unit_id, dossier_id || ' ' || version as where from (
        select unit_id, dossier_id, version, recorded_at,
          lag(recorded_at) over (partition by unit_id, dossier_id order by version) as before
        from dossier_event) as told
      where recorded_at < before`,
  },
  {
    check: 'codes-gapless',
    sql: `select coalesce(counted.unit_id, counter.unit_id) as unit_id,
        coalesce(counted.day, to_char(counter.day, 'YYMMDD')) as where
      from (select unit_id, day, count(distinct number) as count, max(number) as last
        from (${ownCodes}) as own group by unit_id, day) as counted
      full join code_counter as counter
        on counter.unit_id = counted.unit_id and to_char(counter.day, 'YYMMDD') = counted.day
      where counter.n is null or counted.count is null
        or counter.n <> counted.count or counted.last <> counted.count`,
  },
  {
    check: 'codes-by-day',
    // The office keeps +07:00 all year: a shift, not a zone.
    sql: `select own.unit_id, own.id::text as where from (${ownCodes}) as own
      join dossier_event as event on event.unit_id = own.unit_id and event.dossier_id = own.id
        and event.version = 1
      where own.day <> to_char(event.occurred_at at time zone interval '7 hours', 'YYMMDD')
        or event.payload #>> '{intake,code}' <> own.code`,
  },
  {
    check: 'audit-sealed',
    sql: `select unit_id, 'seal ' || number as where from broken_audit_seals()`,
  },
];

interface Row {
  readonly unit: string | null;
  readonly where: string;
}

const findingsOf = async (tenancy: Tenancy, { check, sql }: SetCheck): Promise<Finding[]> => {
  const named = `select unit.code as unit, found.where from (${sql}) as found
    left join unit on unit.id = found.unit_id order by 1, 2 limit ${MOST}`;
  const rows = await tenancy.everywhere((transaction) => transaction.query<Row>(named));
  return rows.map(({ unit, where }) => ({ check, unit, where }));
};

/** What one question over whole tables can tell. */
export async function checkSets(tenancy: Tenancy): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of CHECKS) findings.push(...(await findingsOf(tenancy, check)));
  return findings;
}
