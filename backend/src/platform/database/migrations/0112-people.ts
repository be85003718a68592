import { forward } from './forward.ts';
import { walled } from './wall.ts';

/** Who is away and who stands in; at which desks people change by a short number. */
export const people = forward('People1795240000112', [
  `create table absence (
     unit_id int not null references unit,
     id uuid not null,
     user_id uuid not null references office_user,
     substitute_id uuid references office_user,
     from_at timestamptz not null,
     until_at timestamptz not null,
     set_by text not null,
     primary key (unit_id, id),
     check (from_at < until_at),
     check (substitute_id <> user_id)
   )`,
  'create index absence_user on absence (unit_id, user_id)',
  'create index absence_substitute on absence (substitute_id, unit_id)',
  ...walled('absence', { app: 'select, insert, update, delete', reader: 'select' }),

  `create table desk (
     unit_id int not null references unit,
     id uuid not null,
     name text not null,
     token_hash bytea not null check (length(token_hash) = 32),
     registered_by text not null,
     registered_at timestamptz not null,
     primary key (unit_id, id),
     unique (unit_id, token_hash)
   )`,
  'create index desk_token on desk (token_hash)',
  ...walled('desk', { app: 'select, insert, delete' }),

  // Standing in is an absence now, with a person who set it; memberships are one's own.
  'alter table membership drop column substitute_for',

  // Whom one stands in for just now, in which unit: those away, and those they themselves stand in for.
  `create function standing_in(who uuid, office_now timestamptz)
   returns table (unit_id int, user_id uuid)
   language sql stable as $$
     with recursive acting as (
       select absence.unit_id, absence.user_id from absence
         where substitute_id = who and from_at <= office_now and office_now < until_at
       union
       select absence.unit_id, absence.user_id from acting join absence
         on absence.unit_id = acting.unit_id and absence.substitute_id = acting.user_id
         where from_at <= office_now and office_now < until_at
     )
     select acting.unit_id, acting.user_id from acting where acting.user_id <> who
   $$`,

  // Administration is not handed on by going away, and nothing reaches from a city to its units but itself.
  `create function held_for_others(who uuid, office_now timestamptz)
   returns table (unit_id int, held jsonb)
   language sql stable as $$
     with each as (
       select standing_in.unit_id, standing_in.user_id, officer.display_name,
           array_agg(distinct role) as roles,
           array_agg(distinct department_code) filter (where department_code is not null) as departments
         from standing_in(who, office_now)
         join office_user as officer on officer.id = standing_in.user_id and disabled_at is null
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

  `create or replace function units_of(who uuid, office_now timestamptz) returns jsonb
   language plpgsql stable as $$
   declare told jsonb;
   begin
     with own as (
       select unit_id, role, department_code from membership, unnest(roles) as role
         where user_id = who and from_at <= office_now and office_now < until_at
     ), held as (
       select * from own
       union all
       select child.id, own.role, null from own join unit as child on child.parent_id = own.unit_id
         where own.role in ('admin', 'cityReader')
     ), each_unit as (
       select unit_id, array_agg(distinct role) as roles,
           array_agg(distinct department_code) filter (where department_code is not null) as departments
         from held group by unit_id
     )
     select coalesce(jsonb_agg(jsonb_build_object(
         'id', unit.id, 'code', unit.code, 'name', unit.name, 'kind', unit.kind,
         'level', unit.level, 'roles', each_unit.roles,
         'departments', coalesce(each_unit.departments, '{}'),
         'standsInFor', coalesce(others.held, '[]'),
         'secondFactor', unit.settings ->> 'secondFactor') order by unit.code), '[]') into told
       from each_unit join unit on unit.id = each_unit.unit_id
         left join held_for_others(who, office_now) as others on others.unit_id = unit.id
       where unit.closed_at is null;
     return told;
   end $$`,

  `create or replace function actor_of_key(hash bytea, moments jsonb) returns jsonb
   language plpgsql volatile as $$
   declare
     machine_now constant timestamptz := (moments ->> 'machineNow')::timestamptz;
     held api_key;
     its_unit unit;
   begin
     perform set_config('app.units', (select array_agg(id)::text from unit), true);
     select * into held from api_key where token_hash = hash and revoked_at is null
       and coalesce(expires_at, 'infinity') > machine_now;
     if not found then return null; end if;
     select * into strict its_unit from unit where id = held.unit_id;
     if its_unit.closed_at is not null then return null; end if;
     if coalesce(held.used_at, '-infinity') < (moments ->> 'notedSince')::timestamptz then
       update api_key set used_at = machine_now where id = held.id;
     end if;
     return jsonb_build_object('id', held.id, 'permissions', held.permissions,
       'unit', jsonb_build_object('id', its_unit.id, 'code', its_unit.code,
         'name', its_unit.name, 'kind', its_unit.kind, 'level', its_unit.level));
   end $$`,
]);
