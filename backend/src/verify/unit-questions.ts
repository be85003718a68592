import type { Question } from './question.ts';

const ownCodes = `select id, code, split_part(code, '-', 2) as day,
    split_part(code, '-', 3)::int as number
  from dossier where unit_id = $1 and code ~ '^MC\\.[A-Z0-9.]+-[0-9]{6}-[0-9]+$'`;

/** What one unit's tables have to say for themselves; each is asked for one unit at a time. */
export const UNIT_QUESTIONS: readonly Question[] = [
  {
    check: 'versions-gapless',
    sql: `select dossier.id::text as where from dossier
      left join (select dossier_id, count(*) as count, max(version) as last, min(version) as first
        from dossier_event where unit_id = $1 group by dossier_id) as told
        on told.dossier_id = dossier.id
      where dossier.unit_id = $1 and (told.count is null or told.first <> 1
        or told.last <> told.count or dossier.version <> told.count)`,
  },
  {
    check: 'events-chained',
    sql: `select dossier_id || ' ' || version as where from broken_chain() where unit_id = $1`,
  },
  {
    // I-2: as many stretches of versions as commands, each answered for once, leaving none out.
    check: 'commands-audited',
    sql: `with command as (
        select subject_id, (facts ->> 'before')::int as before, (facts ->> 'after')::int as after
        from audit where unit_id = $1 and subject_type = 'dossier' and outcome = 'done'
          and jsonb_typeof(facts -> 'before') = 'number' and jsonb_typeof(facts -> 'after') = 'number'
      ), chained as (
        select subject_id, before, after,
          lag(after, 1, 0) over (partition by subject_id order by after, before) as former
        from command
      ), told as (
        select subject_id, max(after) as last, bool_or(before <> former or after <= before) as torn
        from chained group by subject_id
      )
      select coalesce(dossier.id::text, told.subject_id) as where from told
      full join (select id, version from dossier where unit_id = $1) as dossier
        on dossier.id::text = told.subject_id
      where dossier.id is null or told.last is distinct from dossier.version or told.torn`,
  },
  {
    check: 'answers-kept',
    sql: `select actor || ' ' || dossier.id as where from dossier
      join idempotency on idempotency.id = dossier.id::text
      where dossier.unit_id = $1 and (idempotency.version > dossier.version
        or (idempotency.status in (200, 201) and not exists (select from audit
          where audit.unit_id = $1 and subject_type = 'dossier' and subject_id = idempotency.id
            and facts -> 'after' = to_jsonb(idempotency.version))))
        and idempotency.version is not null`,
  },
  {
    check: 'recorded-in-order',
    sql: `select dossier_id || ' ' || version as where from (
        select dossier_id, version, occurred_at, recorded_at,
          lag(recorded_at) over (partition by dossier_id order by version) as before
        from dossier_event where unit_id = $1) as told
      where recorded_at < before or occurred_at > recorded_at + interval '1 minute'`,
  },
  {
    check: 'codes-gapless',
    sql: `select coalesce(counted.day, to_char(counter.day, 'YYMMDD')) as where
      from (select day, count(distinct number) as count, max(number) as last
        from (${ownCodes}) as own group by day) as counted
      full join (select day, n from code_counter where unit_id = $1) as counter
        on to_char(counter.day, 'YYMMDD') = counted.day
      where counter.n is null or counted.count is null
        or counter.n <> counted.count or counted.last <> counted.count`,
  },
  {
    check: 'codes-by-day',
    // The office keeps +07:00 all year: a shift, not a zone.
    sql: `select dossier.id::text as where from dossier
      left join (${ownCodes}) as own on own.id = dossier.id
      join dossier_event as event on event.unit_id = $1 and event.dossier_id = dossier.id
        and event.version = 1
      where dossier.unit_id = $1 and (own.id is null
        or own.day <> to_char(event.occurred_at at time zone interval '7 hours', 'YYMMDD')
        or event.payload #>> '{intake,code}' is distinct from own.code)`,
  },
  {
    check: 'jobs-counted',
    sql: `select 'job ' || job.id as where from job
      left join lateral (select count(result) as done, count(*) as total from job_item
        where job_item.unit_id = $1 and job_id = job.id) as item on true
      where unit_id = $1 and item.total > 0 and (job.done <> item.done or job.total <> item.total
        or (state = 'done' and item.done <> item.total))`,
  },
  {
    // What was counted, by its members; and closings follow one another.
    check: 'fee-books-add-up',
    sql: `select day || ' ' || officer || ' ' || revision as where from (
        select closing.*, lag(revision, 1, 0) over (partition by day, officer order by revision) as former,
          (select coalesce(sum((member ->> 'amount')::bigint), 0)
            from jsonb_array_elements(members) as member) as taken,
          (select coalesce(sum((line ->> 'amount')::bigint), 0)
            from jsonb_array_elements(lines) as line) as ours,
          (select coalesce(sum((line ->> 'count')::bigint), 0)
            from jsonb_array_elements(lines) as line) as times,
          (select coalesce(sum((one ->> 'amount')::bigint), 0)
            from jsonb_array_elements(counted) as one) as had
        from fee_closing as closing where unit_id = $1) as told
      where revision <> former + 1 or taken <> ours or times <> jsonb_array_length(members)
        or difference <> had - ours`,
  },
  {
    check: 'sources-recorded',
    sql: `select dossier.id::text as where from dossier
      where unit_id = $1 and source is not null
        -- Where a whole import was undone, the source's word is gone with the dossier.
        and not annulled and not exists (select from source_record as record
        where record.unit_id = $1 and record.source = dossier.source
          and record.external_code = dossier.external_code and record.dossier_id = dossier.id)`,
  },
  {
    // Rows of other units do not exist here: what points to one points nowhere.
    check: 'rows-in-own-unit',
    sql: `with named as (
        select 'feed ' || position as where, id from feed where unit_id = $1 and type = 'dossier'
        union all
        select 'link ' || id, linked_to::text from dossier
          where unit_id = $1 and linked_to is not null
        union all
        select 'approval ' || id, dossier_id::text from approval where unit_id = $1
      )
      select named.where from named where not exists
        (select from dossier where unit_id = $1 and dossier.id::text = named.id)`,
  },
  {
    // Six digits would be found by chance; a telephone or an identity number is not.
    check: 'persons-apart',
    sql: `with secret as (
        select dossier_id, value from applicant,
          unnest(array[phone, id_number, tax_code]) as value
        where unit_id = $1 and length(value) >= 9
      )
      select event.dossier_id || ' ' || version as where from secret
        join dossier_event as event on event.unit_id = $1 and event.dossier_id = secret.dossier_id
        where strpos(event.payload::text, value) > 0
      union all
      select 'audit ' || position from secret
        join audit on audit.unit_id = $1 and subject_type = 'dossier'
          and subject_id = secret.dossier_id::text
        where strpos(facts::text, value) > 0`,
  },
];
