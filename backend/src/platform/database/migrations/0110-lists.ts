import { forward } from './forward.ts';

/** The first near threshold beside the due moment: *Sắp đến hạn* is looked up, not reckoned. */
export const lists = forward('Lists1795240000110', [
  'alter table dossier add column near_at timestamptz',
  `create index dossier_open_near on dossier (unit_id, near_at)
     where near_at is not null and finished_at = 'infinity'`,

  // What was shipped stays as it is; the command's one statement goes on being one.
  'alter function append_events(jsonb) rename to append_event_rows',
  `create function append_events(request jsonb) returns jsonb language plpgsql volatile as $$
   declare
     answer constant jsonb := append_event_rows(request);
     near constant timestamptz := request #>> '{row,near_at}';
   begin
     if answer ->> 'kind' = 'appended' then
       update dossier set near_at = near
         where unit_id = (request ->> 'unit')::int and id = (request ->> 'dossierId')::uuid
           and near_at is distinct from near;
     end if;
     return answer;
   end $$`,
]);
