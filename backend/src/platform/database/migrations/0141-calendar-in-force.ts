import { forward } from './forward.ts';

/** What was decided by a calendar that is no longer in force is decided anew, not kept. */
export const calendarInForce = forward('CalendarInForce1795240000141', [
  // The transaction gets its number before it looks: whoever puts a calendar into force waits for those that
  // have one, and so meets everything that was still counted with the former calendar.
  `create function append_in_force(request jsonb) returns jsonb language plpgsql volatile as $$
   declare
     decided_by constant int := split_part(request ->> 'calendar', '-', 1)::int;
   begin
     if decided_by is not null then
       perform set_config('app.units', '{' || (request ->> 'unit')::int || '}', true);
       perform pg_current_xact_id();
       if decided_by <> (select max(number) from calendar_version
           where unit_id = (request ->> 'unit')::int) then
         return jsonb_build_object('kind', 'calendarMoved');
       end if;
     end if;
     return append_events(request);
   end $$`,
]);
