import { forward } from './forward.ts';
import { granted } from './wall.ts';

/** How people come in: failures counted for names nobody has too, links for one use, who holds a session. */
export const identity = forward('Identity1795233600005', [
  // A unit's own rows are written together with it: its number has to be known before it is there.
  'grant usage on sequence unit_id_seq to motcua_app',

  // Counted apart from accounts, so that a name that exists is throttled like one that does not.
  `alter table office_user
     drop column failures, drop column failures_today, drop column failed_at,
     drop column blocked_until, add column totp_offer bytea`,
  // Derived from the session's token: there is nothing to keep.
  'alter table session drop column csrf_hash, drop column facts',
  'alter table api_key add column expires_at timestamptz',

  `create table sign_in_attempt (
     key bytea primary key check (length(key) = 32),
     failures int not null check (failures >= 0),
     failures_today int not null check (failures_today >= 0),
     day_began_at timestamptz not null,
     blocked_until timestamptz not null
   )`,
  'create index sign_in_attempt_age on sign_in_attempt (day_began_at)',
  ...granted('sign_in_attempt', { app: 'select, insert, update, delete' }),

  `create table recovery_code (
     user_id uuid not null references office_user,
     code_hash bytea not null check (length(code_hash) = 32),
     primary key (user_id, code_hash)
   )`,
  ...granted('recovery_code', { app: 'select, insert, delete' }),

  `create table one_time_link (
     token_hash bytea primary key check (length(token_hash) = 32),
     kind text not null check (kind in ('reset', 'setup')),
     user_id uuid references office_user,
     expires_at timestamptz not null,
     check ((kind = 'reset') = (user_id is not null))
   )`,
  'create index one_time_link_user on one_time_link (user_id)',
  ...granted('one_time_link', { app: 'select, insert, delete' }),

  // One browser serves several officers at the same desk.
  `alter table remembered_device
     drop constraint remembered_device_pkey, add primary key (token_hash, user_id),
     add column with_second_factor boolean not null default false`,
  'grant update on remembered_device to motcua_app',

  // An administrator or reader of a city is one in the units below it; other roles do not reach down. In
  // plpgsql the plan is kept for the connection: worked out anew for each request it costs many times more.
  `create function units_of(who uuid, office_now timestamptz) returns jsonb
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
         'id', unit.id, 'code', unit.code, 'name', unit.name, 'roles', each_unit.roles,
         'departments', coalesce(each_unit.departments, '{}'),
         'secondFactor', unit.settings ->> 'secondFactor') order by unit.code), '[]') into told
       from each_unit join unit on unit.id = each_unit.unit_id where unit.closed_at is null;
     return told;
   end $$`,

  // Says itself for whom it acts: the installation, which knows everybody. One way there and back.
  `create function actor_of_session(hash bytea, moments jsonb) returns jsonb
   language plpgsql volatile as $$
   declare
     machine_now constant timestamptz := (moments ->> 'machineNow')::timestamptz;
     held session;
     officer office_user;
   begin
     select * into held from session where token_hash = hash and ended_at is null
       and expires_at > machine_now and seen_at > (moments ->> 'idleSince')::timestamptz;
     if not found then return null; end if;
     select * into officer from office_user where id = held.user_id and disabled_at is null;
     if not found then return null; end if;
     if held.seen_at < (moments ->> 'notedSince')::timestamptz then
       update session set seen_at = machine_now where token_hash = hash;
     end if;
     perform set_config('app.units', (select array_agg(id)::text from unit), true);
     return jsonb_build_object('id', officer.id, 'sessionId', held.id,
       'mustChangePassword', officer.must_change_password,
       'secondFactor', officer.totp_seed is not null,
       'units', units_of(officer.id, (moments ->> 'officeNow')::timestamptz));
   end $$`,

  `create function actor_of_key(hash bytea, moments jsonb) returns jsonb
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
     return jsonb_build_object('id', held.id, 'unitId', its_unit.id, 'code', its_unit.code,
       'name', its_unit.name, 'permissions', held.permissions);
   end $$`,
]);
