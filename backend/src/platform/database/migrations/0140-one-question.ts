import { forward } from './forward.ts';

// Everything of the row but its key; `update` and `jsonb_populate_record` read it by name.
const columns = `version, state, code, official_code, procedure_code, procedure_version, variant_key,
  field, authority, online_level, paper_result, payment_integrated, channel, assisted_at_counter,
  not_via_centre, out_of_area, bundle, source, external_code, as_of, submitted_at, received_at, due_at,
  before_extension_at, ours_at, declared_due_at, original_due_at, due_rule, due_provisional,
  calendar_version, extensions, holder_user, holder_department, holder_agency, held_since, step_key,
  step_since, step_due_at, paused_since, pause_causes, respond_by, supplement_proposed_at, finished_at,
  outcome, returned_at, linked_to, annulled, next_signal_at, near_at`;

const ofRow = columns.replaceAll(/[a-z_]+/g, (column) => `changed.${column}`);

/** Everything a command has to know in one question, and everything it leaves in one row version. */
export const oneQuestion = forward('OneQuestion1795240000140', [
  // A dossier's row was written twice by every command, each time into all of its indexes.
  'drop function append_events(jsonb)',
  'drop function append_event_rows(jsonb)',
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

  // In plpgsql the plans are kept for the connection.
  `create function office_of(at_unit int) returns json language plpgsql stable as $$
   begin
     return (select json_build_object('code', code, 'name', name, 'settings', settings::text, 'calendar',
         (select json_build_object('number', number, 'hash', hash) from calendar_version
           where unit_id = at_unit order by number desc limit 1))
       from unit where id = at_unit);
   end $$`,

  'drop function load_dossier(int, uuid, jsonb)',
  `create function load_dossier(at_unit int, at_id uuid, asked jsonb) returns json
   language plpgsql volatile as $$
   begin
     perform set_config('app.units', '{' || at_unit || '}', true);
     return (select json_build_object(
       'replay', replay_of(asked),
       'office', office_of(at_unit),
       'stepDueAt', dossier.step_due_at,
       'nextSignalAt', dossier.next_signal_at,
       'events', (select json_agg(row_to_json(event) order by version) from (
         select version, type, occurred_at, recorded_at, backdated, actor, payload, due, source,
           (select json_object_agg(member, body) from dossier_text
             where unit_id = at_unit and dossier_id = at_id and dossier_text.version = told.version) as texts
         from dossier_event as told where unit_id = at_unit and dossier_id = at_id) as event))
       from (select 1) as one left join dossier on unit_id = at_unit and id = at_id);
   end $$`,

  // Per owner and code the version in force on a day; where none is yet, an entry's first one.
  `create function versions_in_force(at_unit int, codes text[], on_day date)
   returns table (owner_id int, code text, version int) language plpgsql stable as $$
   begin
     return query select distinct on (held.owner_id, held.code) held.owner_id, held.code, held.version
       from procedure_version as held
       where held.code = any (codes) and (held.effective_from <= on_day or not definition ? 'overlay')
         and held.owner_id in (select id from unit where id = at_unit
           union select parent_id from unit where id = at_unit and parent_id is not null)
       order by held.owner_id, held.code, (held.effective_from <= on_day) desc,
         abs(held.effective_from - on_day), held.version desc;
   end $$`,

  `create function birth_of(at_unit int, at_code text, on_day date, asked jsonb) returns json
   language plpgsql volatile as $$
   begin
     perform set_config('app.units', '{' || at_unit || '}', true);
     return (select json_build_object('replay', replay_of(asked), 'office', office_of(at_unit),
       'versions', (select json_agg(json_build_object('ownerId', owner_id, 'version', version,
           'reconciled', reconciled) order by owner_id)
         from versions_in_force(at_unit, array[at_code], on_day)
         join procedure using (owner_id, code))));
   end $$`,
]);
