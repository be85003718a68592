import { forward } from './forward.ts';

// Everything of the row but its key; `update` and `jsonb_populate_record` read it by name.
const columns = `version, state, code, official_code, procedure_code, procedure_version, variant_key,
  field, authority, online_level, paper_result, payment_integrated, channel, assisted_at_counter,
  not_via_centre, out_of_area, bundle, source, external_code, as_of, submitted_at, received_at, due_at,
  before_extension_at, ours_at, declared_due_at, original_due_at, due_rule, due_provisional,
  calendar_version, extensions, holder_user, holder_department, holder_agency, held_since, step_key,
  step_since, step_due_at, paused_since, pause_causes, respond_by, supplement_proposed_at, finished_at,
  outcome, returned_at, linked_to, annulled, next_signal_at`;

const ofRow = columns.replaceAll(/[a-z_]+/g, (column) => `changed.${column}`);

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

/** What PostgreSQL does by itself, in one call: a command's whole outcome, or the reason for none. */
export const eventStore = forward('EventStore1795233600004', [
  `create function event_hash(previous bytea, event dossier_event) returns bytea
   language sql stable as $$
     select sha256(previous || convert_to(jsonb_build_array(
       event.unit_id, event.dossier_id, event.version, event.type, ${ms('event.occurred_at')},
       ${ms('event.recorded_at')}, event.backdated, event.actor, event.payload, event.due, event.source
     )::text, 'UTF8'))
   $$`,

  `create function broken_chain() returns table (unit_id int, dossier_id uuid, version int)
   language sql stable as $$
     select linked.unit_id, linked.dossier_id, linked.version
     from (select event.unit_id, event.dossier_id, event.version, event as told, event.hash,
         lag(event.hash) over (partition by event.unit_id, event.dossier_id order by event.version)
           as previous
       from dossier_event as event) as linked
     where linked.hash <> event_hash(coalesce(linked.previous, ''), linked.told)
   $$`,

  `create function replay_of(asked jsonb) returns jsonb language sql stable as $$
     select case when body_hash = decode(asked ->> 'bodyHash', 'hex')
       then jsonb_build_object('kind', 'replayed', 'status', status, 'id', id, 'version', version)
       else jsonb_build_object('kind', 'keyReused') end
     from idempotency where actor = asked ->> 'actor' and key = asked ->> 'key'
   $$`,

  `create function next_code(at_unit int, on_day date, prefix text) returns text
   language plpgsql volatile as $$
   declare number int;
   begin
     insert into code_counter as counter (unit_id, day, n) values (at_unit, on_day, 1)
       on conflict (unit_id, day) do update set n = counter.n + 1 returning n into number;
     return prefix || lpad(number::text, greatest(4, length(number::text)), '0');
   end $$`,

  `create function append_events(request jsonb) returns jsonb language plpgsql volatile as $$
   declare
     at_unit constant int := (request ->> 'unit')::int;
     at_id constant uuid := (request ->> 'dossierId')::uuid;
     expected constant int := (request ->> 'expectedVersion')::int;
     asked constant jsonb := request -> 'idempotency';
     own_code text := request #>> '{row,code}';
     stored_version int;
     replay jsonb;
     touched int;
     written int := 0;
     changed dossier;
     event dossier_event;
     chain bytea := '';
   begin
     perform set_config('app.units', '{' || at_unit || '}', true);

     if expected > 0 then
       select version into stored_version from dossier
         where unit_id = at_unit and id = at_id for update;
       if not found then return jsonb_build_object('kind', 'missing'); end if;
     end if;

     if asked is not null then
       replay := replay_of(asked);
       if replay is not null then return replay; end if;
     end if;

     if stored_version <> expected then
       return jsonb_build_object('kind', 'stale', 'version', stored_version);
     end if;

     if asked is not null then
       insert into idempotency (actor, key, body_hash, status, id, version)
         values (asked ->> 'actor', asked ->> 'key', decode(asked ->> 'bodyHash', 'hex'),
           (asked ->> 'status')::int, request ->> 'dossierId', (request #>> '{row,version}')::int)
         on conflict do nothing;
       get diagnostics touched = row_count;
       -- A twin of this request was quicker; its answer is ours.
       if touched = 0 then return replay_of(asked); end if;
     end if;

     if request ? 'code' then
       own_code := next_code(at_unit, (request #>> '{code,day}')::date, request #>> '{code,prefix}');
     end if;

     changed := jsonb_populate_record(null::dossier, request -> 'row');
     changed.unit_id := at_unit;
     changed.id := at_id;
     changed.code := own_code;
     if expected = 0 then
       insert into dossier (unit_id, id, ${columns}) values (at_unit, at_id, ${ofRow});
     else
       update dossier set (${columns}) = (select ${ofRow}) where unit_id = at_unit and id = at_id;
       select hash into strict chain from dossier_event
         where unit_id = at_unit and dossier_id = at_id and version = expected;
     end if;

     for event in
       select * from jsonb_populate_recordset(null::dossier_event, request -> 'events') order by version
     loop
       written := written + 1;
       if event.version <> expected + written then
         raise exception 'events must follow one another' using errcode = 'MC002';
       end if;
       event.unit_id := at_unit;
       event.dossier_id := at_id;
       if request ? 'code' and event.payload ? 'intake' then
         event.payload := jsonb_set(event.payload, '{intake,code}', to_jsonb(own_code));
       end if;
       chain := event_hash(chain, event);
       insert into dossier_event (unit_id, dossier_id, version, type, occurred_at, recorded_at,
           backdated, actor, payload, due, source, hash)
         values (at_unit, at_id, event.version, event.type, event.occurred_at, event.recorded_at,
           event.backdated, event.actor, event.payload, event.due, event.source, chain);
     end loop;
     if changed.version <> expected + written then
       raise exception 'the row is not at the version of its events' using errcode = 'MC002';
     end if;

     delete from dossier_span
       where unit_id = at_unit and dossier_id = at_id and number >= (request ->> 'spansFrom')::int;
     insert into dossier_span
       select at_unit, at_id, number, from_at, to_at, state, step_key, holder_user, holder_department,
         holder_agency, due_at, before_extension_at, paused
       from jsonb_populate_recordset(null::dossier_span, request -> 'spans');

     perform append_besides(request, at_unit, at_id);
     perform append_words(request, at_unit, at_id, own_code);
     return jsonb_build_object('kind', 'appended', 'version', changed.version, 'code', own_code);
   end $$`,

  // Its own place in the plan cache, and skipped by most commands.
  `create function append_words(request jsonb, at_unit int, at_id uuid, own_code text) returns void
   language plpgsql volatile as $$
   begin
     if request ? 'wordsGone' then
       delete from search_word where unit_id = at_unit and dossier_id = at_id
         and word in (select jsonb_array_elements_text(request -> 'wordsGone'));
     end if;
     if request ? 'words' then
       insert into search_word (unit_id, word, dossier_id)
         select at_unit, word, at_id from jsonb_array_elements_text(request -> 'words') as word
         on conflict do nothing;
     end if;
     if request ? 'code' then
       -- As officers say it: the whole code, and what stands behind the unit's.
       insert into search_word (unit_id, word, dossier_id)
         values (at_unit, lower(own_code), at_id),
           (at_unit, substr(own_code, length(request #>> '{code,prefix}') - 6), at_id)
         on conflict do nothing;
     end if;
   end $$`,

  `create function append_besides(request jsonb, at_unit int, at_id uuid) returns void
   language plpgsql volatile as $$
   declare known uuid;
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
       select record.dossier_id into known
         from jsonb_populate_recordset(null::source_record, request -> 'sources') as told
         join source_record as record on record.unit_id = at_unit and record.source = told.source
           and record.external_code = told.external_code
         where record.dossier_id <> at_id limit 1;
       if found then
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

  `create function load_dossier(at_unit int, at_id uuid, asked jsonb) returns json
   language plpgsql volatile as $$
   begin
     perform set_config('app.units', '{' || at_unit || '}', true);
     return (select json_build_object(
       'replay', replay_of(asked),
       'stepDueAt', dossier.step_due_at,
       'nextSignalAt', dossier.next_signal_at,
       'events', (select json_agg(row_to_json(event) order by version) from (
         select version, type, occurred_at, recorded_at, backdated, actor, payload, due, source,
           (select json_object_agg(member, body) from dossier_text
             where unit_id = at_unit and dossier_id = at_id and dossier_text.version = told.version) as texts
         from dossier_event as told where unit_id = at_unit and dossier_id = at_id) as event))
       from (select 1) as one left join dossier on unit_id = at_unit and id = at_id);
   end $$`,
]);
