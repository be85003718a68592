import { forward } from './forward.ts';
import { shared, walled } from './wall.ts';

const columns = `left_out, authority, procedure_code, field, online_level, paper_result, channel, source,
  came_at, finished_at, outcome, due_at, before_extension_at, due_known_from, components_digitised_at,
  result_digitised_at, electronic_result_at, archived_at, data_reused_at, fee_charged_at,
  fee_paid_online_at`;

const told = columns.replaceAll(/[a-z_]+/g, (column) => `excluded.${column}`);

/** What reports ask of a dossier, apart from its row: narrow, seldom changed, and theirs alone. */
export const dossierFacts = forward('DossierFacts1795250000400', [
  `create table dossier_fact (
     unit_id int not null,
     dossier_id uuid not null,
     left_out boolean not null,
     authority text not null check (authority in ('commune', 'vertical')),
     procedure_code text not null,
     field text not null,
     online_level text not null check (online_level in ('full', 'partial', 'none')),
     paper_result boolean not null,
     channel text not null check (channel in ('online', 'direct', 'post')),
     source text,
     came_at timestamptz,
     finished_at timestamptz not null,
     outcome text check (outcome in ('issued', 'refused', 'stopped', 'withdrawn')),
     due_at timestamptz,
     before_extension_at timestamptz,
     due_known_from timestamptz,
     components_digitised_at timestamptz,
     result_digitised_at timestamptz,
     electronic_result_at timestamptz,
     archived_at timestamptz,
     data_reused_at timestamptz,
     fee_charged_at timestamptz,
     fee_paid_online_at timestamptz,
     primary key (unit_id, dossier_id),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id) on delete cascade,
     check ((outcome is null) = (finished_at = 'infinity'))
   )`,
  // What came in a period, and what was finished in it or is still open: together all that it counts.
  'create index dossier_fact_came on dossier_fact (unit_id, came_at)',
  'create index dossier_fact_finished on dossier_fact (unit_id, finished_at, came_at)',
  ...walled('dossier_fact', { app: 'select, insert, update, delete', reader: 'select' }),

  `create table indicator_definition (
     owner_id int not null references unit,
     indicator text not null,
     effective_from date not null,
     population text not null check (population in ('new', 'total')),
     target_percent int check (target_percent between 0 and 100),
     primary key (owner_id, indicator, effective_from)
   )`,
  ...shared('indicator_definition', { app: 'select, insert, update', reader: 'select' }),

  // What was shipped stays as it is; the command's one statement goes on being one.
  'alter function append_events(jsonb) rename to append_listed_events',
  `create function append_events(request jsonb) returns jsonb language plpgsql volatile as $$
   declare
     answer constant jsonb := append_listed_events(request);
     told dossier_fact;
   begin
     if answer ->> 'kind' = 'appended' and request ? 'facts' then
       told := jsonb_populate_record(null::dossier_fact, request -> 'facts');
       told.unit_id := (request ->> 'unit')::int;
       told.dossier_id := (request ->> 'dossierId')::uuid;
       insert into dossier_fact select (told).*
         on conflict (unit_id, dossier_id) do update set (${columns}) = row (${told});
     end if;
     return answer;
   end $$`,
]);
