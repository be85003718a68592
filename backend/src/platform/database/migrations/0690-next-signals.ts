import { forward } from './forward.ts';

/**
 * The look that is taken over and over, and mostly finds nothing: its plan is made once for a connection, and
 * the walls are opened in the same statement.
 */
export const nextSignals = forward('NextSignals1795320000690', [
  `create function next_signals(out dossier_at timestamptz, out unit_at timestamptz)
   language plpgsql volatile as $$
   begin
     perform set_config('app.units', (select array_agg(id) from
       (select id from unit union all select 0) as every)::text, true);
     select next_signal_at into dossier_at from dossier where next_signal_at is not null
       order by next_signal_at limit 1;
     select min(coalesce(next_signal_at, '-infinity')) into unit_at from unit
       left join alert_watch on alert_watch.unit_id = unit.id where closed_at is null;
   end
   $$`,
]);
