import { forward } from './forward.ts';

// Everything of the row that comes from the command; the code is drawn here.
const columns = `version, state, official_code, procedure_code, procedure_version, variant_key,
  field, authority, online_level, paper_result, payment_integrated, channel, assisted_at_counter,
  not_via_centre, out_of_area, bundle, source, external_code, as_of, submitted_at, received_at, due_at,
  before_extension_at, ours_at, declared_due_at, original_due_at, due_rule, due_provisional,
  calendar_version, extensions, holder_user, holder_department, holder_agency, held_since, step_key,
  step_since, step_due_at, paused_since, pause_causes, respond_by, supplement_proposed_at, finished_at,
  outcome, returned_at, linked_to, annulled, next_signal_at, near_at`;

const ofRow = columns.replaceAll(/[a-z_]+/g, (column) => `made.${column}`);

const born = `unnest(requests, codes) with ordinality as born (request, code, place)`;

/** Rows of one kind that lie around the events of all births. */
const besides = (table: string, columnsOfIt: string, order = 'place') => `
     insert into ${table} (unit_id, ${columnsOfIt})
       select at_unit, ${columnsOfIt.replaceAll(/[a-z_]+/g, (column) => `line.${column}`)}
       from ${born}
       cross join jsonb_populate_recordset(null::${table}, coalesce(request -> '${table}', '[]')) as line
       order by ${order};`;

const ofDossier = (table: string, columnsOfIt: string, lines: string) => `
     insert into ${table} (unit_id, dossier_id, ${columnsOfIt})
       select at_unit, (request ->> 'dossierId')::uuid,
         ${columnsOfIt.replaceAll(/[a-z_]+/g, (column) => `line.${column}`)}
       from ${born} cross join ${lines} as line;`;

const recordset = (table: string, member: string) =>
  `jsonb_populate_recordset(null::${table}, coalesce(request -> '${member}', '[]'))`;

const single = (table: string, member: string) =>
  `jsonb_populate_recordset(null::${table}, case when request ? '${member}'
         then jsonb_build_array(request -> '${member}') else '[]' end)`;

/**
 * Thousands of dossiers told by another system were born one after another, each by some twenty statements of
 * its own. Together they are born table by table; what they leave is the same.
 */
export const birthsTogether = forward('BirthsTogether1795240000277', [
  `create aggregate event_chain(dossier_event) (sfunc = event_hash, stype = bytea, initcond = '')`,

  // Numbers of a day in the order of the list, none left out.
  `create function next_codes(at_unit int, days date[], prefixes text[]) returns text[]
   language sql volatile as $$
     with born as (
       select place, day, prefix from unnest(days, prefixes) with ordinality as told (day, prefix, place)
     ), drawn as (
       insert into code_counter as counter (unit_id, day, n)
         select at_unit, day, count(*) from born group by day order by day
         on conflict (unit_id, day) do update set n = counter.n + excluded.n returning day, n
     )
     select array_agg(prefix || lpad(number::text, greatest(4, length(number::text)), '0') order by place)
     from (select place, prefix, n - count(*) over (partition by day)
         + row_number() over (partition by day order by place) as number
       from born join drawn using (day)) as numbered
   $$`,

  `create function append_births(at_unit int, requests jsonb[]) returns jsonb
   language plpgsql volatile as $$
   declare
     codes text[];
     touched int;
     known uuid;
   begin
     perform set_config('app.units', '{' || at_unit || '}', true);
     -- As append_in_force: the number first, the look after it.
     perform pg_current_xact_id();
     if exists (select from unnest(requests) as request
         where split_part(request ->> 'calendar', '-', 1)::int
           <> (select max(number) from calendar_version where unit_id = at_unit)) then
       return (select jsonb_agg(jsonb_build_object('kind', 'calendarMoved')) from unnest(requests));
     end if;
     if exists (select from unnest(requests) as request
         cross join jsonb_array_elements(request -> 'events') with ordinality as told (line, number)
         where (line ->> 'version')::int <> number
           or (request #>> '{row,version}')::int <> jsonb_array_length(request -> 'events')) then
       raise exception 'events must follow one another' using errcode = 'MC002';
     end if;

     codes := next_codes(at_unit,
       array(select (request #>> '{code,day}')::date from unnest(requests) as request),
       array(select request #>> '{code,prefix}' from unnest(requests) as request));

     insert into dossier (unit_id, id, code, ${columns})
       select at_unit, (request ->> 'dossierId')::uuid, born.code, ${ofRow}
       from ${born} cross join jsonb_populate_record(null::dossier, request -> 'row') as made;

     insert into dossier_event (unit_id, dossier_id, version, type, occurred_at, recorded_at,
         backdated, actor, payload, due, source, hash)
       select at_unit, event.dossier_id, event.version, event.type, event.occurred_at,
         event.recorded_at, event.backdated, event.actor, event.payload, event.due, event.source,
         event_chain(event) over (partition by place order by event.version)
       from ${born}
       cross join jsonb_array_elements(request -> 'events') as line
       cross join jsonb_populate_record(null::dossier_event,
         case when line -> 'payload' ? 'intake'
           then jsonb_set(line, '{payload,intake,code}', to_jsonb(born.code)) else line end
         || jsonb_build_object('unit_id', at_unit, 'dossier_id', request -> 'dossierId')) as event
       order by place, event.version;
${ofDossier(
  'dossier_span',
  `number, from_at, to_at, state, step_key, holder_user, holder_department, holder_agency, due_at,
         before_extension_at, paused`,
  recordset('dossier_span', 'spans'),
)}
${ofDossier('dossier_text', 'version, member, body', recordset('dossier_text', 'texts'))}
${ofDossier(
  'applicant',
  `kind, name, name_plain, phone, id_number, tax_code, address, email, on_behalf_of, phone_hash,
         id_hash`,
  single('applicant', 'applicant'),
)}
${ofDossier('lookup_code', 'sealed, hash', single('lookup_code', 'lookup'))}

     insert into source_record (unit_id, dossier_id, source, external_code, source_status, as_of,
         known_at, differences)
       select at_unit, (request ->> 'dossierId')::uuid, line.source, line.external_code,
         line.source_status, line.as_of, line.known_at, line.differences
       from ${born} cross join ${recordset('source_record', 'sources')} as line
       on conflict do nothing;
     get diagnostics touched = row_count;
     if touched < (select sum(jsonb_array_length(coalesce(request -> 'sources', '[]')))
         from unnest(requests) as request) then
       select record.dossier_id into known
         from ${born} cross join ${recordset('source_record', 'sources')} as line
         join source_record as record on record.unit_id = at_unit and record.source = line.source
           and record.external_code = line.external_code
         where record.dossier_id <> (request ->> 'dossierId')::uuid limit 1;
       raise exception 'another dossier has this code' using errcode = 'MC001', detail = known;
     end if;

     insert into search_word (unit_id, word, dossier_id)
       select distinct at_unit, word, (request ->> 'dossierId')::uuid as id
       from ${born} cross join lateral (
         select jsonb_array_elements_text(coalesce(request -> 'words', '[]')) as word
         union all select lower(born.code)
         union all select substr(born.code, length(request #>> '{code,prefix}') - 6)) as said
       order by word, id;
${besides('audit', 'office_at, actor, act, outcome, subject_type, subject_id, facts, request_id, address')}
${besides('outbox', 'topic, message, at')}
${besides('feed', 'op, type, id, at')}
     return (select jsonb_agg(jsonb_build_object('kind', 'appended',
         'version', (request #>> '{row,version}')::int, 'code', born.code) order by place) from ${born});
   end $$`,

  // Births together, everything else one after another; answers in the order of the requests.
  `create or replace function append_many(requests jsonb) returns jsonb language plpgsql volatile as $$
   declare
     births jsonb[];
     born jsonb := '[]';
     request jsonb;
     answers jsonb := '[]';
     next int := 0;
   begin
     births := array(select value from jsonb_array_elements(requests) with ordinality as told (value, place)
       where is_plain_birth(value) and value -> 'unit' = requests #> '{0,unit}' order by place);
     if cardinality(births) > 0 then
       born := append_births((requests #>> '{0,unit}')::int, births);
     end if;
     for request in select value from jsonb_array_elements(requests) loop
       if is_plain_birth(request) and request -> 'unit' = requests #> '{0,unit}' then
         answers := answers || jsonb_build_array(born -> next);
         next := next + 1;
       else
         answers := answers || append_in_force(request);
       end if;
     end loop;
     return answers;
   end $$`,
  `create function is_plain_birth(request jsonb) returns boolean language sql immutable as $$
     select (request ->> 'expectedVersion')::int = 0 and request ? 'code'
       and not request ?| array['idempotency', 'approval', 'wordsGone']
   $$`,

  // Who has the code was asked for each receipt, among all records of the unit where it was planned badly; a
  // record that could not be written says so by itself.
  `create or replace function append_besides(request jsonb, at_unit int, at_id uuid) returns void
   language plpgsql volatile as $$
   declare
     touched int;
     known uuid;
   begin
     if request ? 'texts' then
       insert into dossier_text
         select at_unit, at_id, version, member, body
         from jsonb_populate_recordset(null::dossier_text, request -> 'texts');
     end if;
     if request ? 'sources' then
       insert into source_record as record
         select at_unit, source, external_code, at_id, source_status, as_of, known_at, differences
         from jsonb_populate_recordset(null::source_record, request -> 'sources')
         on conflict (unit_id, source, external_code) do update set
           source_status = excluded.source_status, as_of = excluded.as_of,
           differences = excluded.differences
           where record.dossier_id = excluded.dossier_id;
       get diagnostics touched = row_count;
       if touched < jsonb_array_length(request -> 'sources') then
         select record.dossier_id into known
           from jsonb_populate_recordset(null::source_record, request -> 'sources') as told
           join source_record as record on record.unit_id = at_unit and record.source = told.source
             and record.external_code = told.external_code
           where record.dossier_id <> at_id limit 1;
         raise exception 'another dossier has this code' using errcode = 'MC001', detail = known;
       end if;
     end if;
     if request ? 'applicant' then
       insert into applicant
         select at_unit, at_id, kind, name, name_plain, phone, id_number, tax_code, address, email,
           on_behalf_of, phone_hash, id_hash
         from jsonb_populate_record(null::applicant, request -> 'applicant')
         on conflict (unit_id, dossier_id) do update set kind = excluded.kind, name = excluded.name,
           name_plain = excluded.name_plain, phone = excluded.phone, id_number = excluded.id_number,
           tax_code = excluded.tax_code, address = excluded.address, email = excluded.email,
           on_behalf_of = excluded.on_behalf_of, phone_hash = excluded.phone_hash,
           id_hash = excluded.id_hash;
     end if;
     if request ? 'lookup' then
       insert into lookup_code
         select at_unit, at_id, sealed, hash
         from jsonb_populate_record(null::lookup_code, request -> 'lookup');
     end if;
     if request ? 'approval' then
       update approval set status = told.status, decided_by = told.decided_by,
           decided_at = told.decided_at, answer = told.answer
         from jsonb_populate_record(null::approval, request -> 'approval') as told
         where approval.unit_id = at_unit and approval.id = told.id and approval.status = 'open';
       if not found then
         raise exception 'the approval is not open' using errcode = 'MC003';
       end if;
     end if;
     insert into audit (unit_id, office_at, actor, act, outcome, subject_type, subject_id, facts,
         request_id, address)
       select at_unit, office_at, actor, act, outcome, subject_type, subject_id, facts, request_id,
         address
       from jsonb_populate_recordset(null::audit, request -> 'audit');
     insert into outbox (unit_id, topic, message, at)
       select at_unit, topic, message, at
       from jsonb_populate_recordset(null::outbox, request -> 'outbox');
     insert into feed (unit_id, op, type, id, at)
       select at_unit, op, type, id, at
       from jsonb_populate_recordset(null::feed, request -> 'feed');
   end $$`,
]);
