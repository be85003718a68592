import { forward } from './forward.ts';

/** When somebody was last here, and who goes on with the work of whoever has left. */
export const leavers = forward('Leavers1795270000620', [
  'alter table office_user add column seen_at timestamptz',
  'grant select (seen_at) on office_user to motcua_app',

  // Sessions are forgotten when they end; that somebody was here is not.
  `create function keep_last_seen() returns trigger language plpgsql as $$
   begin
     update office_user set seen_at = greatest(seen_at, old.seen_at) where id = old.user_id;
     return old;
   end $$`,
  `create trigger session_is_remembered before delete on session
     for each row execute function keep_last_seen()`,

  // As before, but for one line: an account that was closed no longer ends the standing in, or the work of
  // whoever leaves would be nobody's between the last day and the first assignment.
  `create or replace function held_for_others(who uuid, office_now timestamptz)
   returns table (unit_id int, held jsonb)
   language sql stable as $$
     with each as (
       select standing_in.unit_id, standing_in.user_id, officer.display_name,
           array_agg(distinct role) as roles,
           array_agg(distinct department_code) filter (where department_code is not null) as departments
         from standing_in(who, office_now)
         join office_user as officer on officer.id = standing_in.user_id
         join membership on membership.unit_id = standing_in.unit_id
           and membership.user_id = standing_in.user_id
           and from_at <= office_now and office_now < until_at,
         unnest(membership.roles) as role
         where role not in ('admin', 'cityReader')
         group by 1, 2, 3
     )
     select unit_id, jsonb_agg(jsonb_build_object('userId', user_id, 'displayName', display_name,
         'roles', roles, 'departments', coalesce(departments, '{}')) order by user_id)
       from each group by unit_id
   $$`,
]);
