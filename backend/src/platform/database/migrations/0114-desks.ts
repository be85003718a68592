import { forward } from './forward.ts';

const READABLE = `id, username, display_name, title, signing_form, must_change_password, has_pin,
  totp_seed, totp_last_step, totp_offer, settings, created_at, disabled_at`;

/** Screens that lock, short numbers at a desk, and hashes that are read one at a time and by nobody else. */
export const desks = forward('Desks1795240000114', [
  'alter table session add column locked_at timestamptz',
  `alter table office_user add column pin_hash text,
     add column has_pin boolean not null generated always as (pin_hash is not null) stored`,

  'grant update on desk to motcua_app',

  // S-25: whoever gets a statement past us reads no list of hashes; one at a time, by an id already known.
  'revoke select on office_user from motcua_app',
  `grant select (${READABLE}) on office_user to motcua_app`,
  `create function secret_hash_of(who uuid, kind text) returns text
   language sql stable security definer set search_path = motcua, pg_temp as $$
     select case kind when 'password' then password_hash when 'pin' then pin_hash end
       from office_user where id = who
   $$`,
  'revoke execute on function secret_hash_of(uuid, text) from public',
  'grant execute on function secret_hash_of(uuid, text) to motcua_app',

  // How long it lay idle is told, not judged: whether that locks the screen or ends the session depends on
  // whether the office is open. Noting that somebody was here stops before either.
  `create or replace function actor_of_session(hash bytea, moments jsonb) returns jsonb
   language plpgsql volatile as $$
   declare
     machine_now constant timestamptz := (moments ->> 'machineNow')::timestamptz;
     held session;
     officer record;
     units jsonb;
     lock_after interval;
   begin
     select * into held from session where token_hash = hash and ended_at is null
       and expires_at > machine_now;
     if not found then return null; end if;
     select id, must_change_password, totp_seed is not null as second_factor into officer
       from office_user where id = held.user_id and disabled_at is null;
     if not found then return null; end if;
     perform set_config('app.units', (select array_agg(id)::text from unit), true);
     units := units_of(officer.id, (moments ->> 'officeNow')::timestamptz);
     select make_interval(mins => coalesce(min((unit -> 'lockAfterMinutes')::int),
         (moments ->> 'lockAfterMinutes')::int)) into lock_after
       from jsonb_array_elements(units) as unit where unit -> 'lockAfterMinutes' <> 'null';
     if held.locked_at is null and held.seen_at > machine_now - lock_after
         and held.seen_at > (moments ->> 'idleSince')::timestamptz
         and held.seen_at < (moments ->> 'notedSince')::timestamptz then
       update session set seen_at = machine_now where token_hash = hash;
     end if;
     return jsonb_build_object('id', officer.id, 'sessionId', held.id,
       'mustChangePassword', officer.must_change_password,
       'secondFactor', officer.second_factor,
       'locked', held.locked_at is not null,
       'idleMs', floor(extract(epoch from machine_now - held.seen_at) * 1000),
       'lockAfterMinutes', floor(extract(epoch from lock_after) / 60),
       'units', units);
   end $$`,

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
         'lockAfterMinutes', unit.settings -> 'lockAfterMinutes',
         'secondFactor', unit.settings ->> 'secondFactor') order by unit.code), '[]') into told
       from each_unit join unit on unit.id = each_unit.unit_id
         left join held_for_others(who, office_now) as others on others.unit_id = unit.id
       where unit.closed_at is null;
     return told;
   end $$`,
]);
