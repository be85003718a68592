import { forward } from './forward.ts';
import { granted, shared, walled } from './wall.ts';

/** Units, people and how they come in; the catalogues of procedures and of working time. */
export const office = forward('Office1795233600001', [
  'grant usage on schema motcua to motcua_app, motcua_reader',

  `create function refuse_change() returns trigger language plpgsql as $$
   begin
     raise exception '% is only ever added to', tg_table_name using errcode = 'restrict_violation';
   end $$`,

  // One order of everything that is followed: events, audit, outbox, feed.
  'create sequence position',
  'grant usage on sequence position to motcua_app, motcua_reader',

  // Numbers are drawn in one order and committed in another. Who draws says first, by a lock that ends with
  // its transaction, above which number: see settled_position.
  `create function next_position() returns bigint language plpgsql volatile as $$
   begin
     if coalesce(current_setting('app.drawing', true), '') = '' then
       perform pg_advisory_xact_lock_shared(drawing_lock(),
         (coalesce(pg_sequence_last_value('position'), 0) % 2147483648)::int);
       perform set_config('app.drawing', 'yes', true);
     end if;
     return nextval('position');
   end $$`,
  `create function drawing_lock() returns int language sql stable as $$
     select ('position'::regclass::oid::bigint % 2147483648)::int
   $$`,

  // Up to here nothing can appear any more. The order of the three looks matters: a number at or below the
  // first was announced before it; if the second no longer shows the lock, its row is seen by the third,
  // which must be a statement of its own.
  `create function settled_position() returns bigint language plpgsql volatile as $$
   declare
     drawn bigint;
     above bigint;
   begin
     drawn := coalesce(pg_sequence_last_value('position'), 0);
     select min(drawn - mod(drawn - objid::bigint + 2147483648, 2147483648)) into above from pg_locks
       where locktype = 'advisory' and classid::bigint = drawing_lock() and objsubid = 2
         and database = (select oid from pg_database where datname = current_database());
     return least(drawn, above);
   end $$`,

  `create table unit (
     id int generated always as identity primary key,
     code text not null unique check (code ~ '^[A-Z0-9.]{2,40}$'),
     name text not null,
     kind text not null check (kind in ('commune', 'city')),
     level text check (level in ('xa', 'phuong', 'dacKhu')),
     parent_id int references unit,
     settings jsonb not null default '{}',
     closed_at timestamptz,
     check ((kind = 'city') = (level is null)),
     check (parent_id <> id)
   )`,
  'create index unit_parent on unit (parent_id)',
  ...granted('unit', { app: 'select, insert, update', reader: 'select' }),

  `create table department (
     unit_id int not null references unit,
     code text not null check (code <> ''),
     name text not null,
     closed_at timestamptz,
     primary key (unit_id, code)
   )`,
  ...walled('department', { app: 'select, insert, update', reader: 'select' }),

  `create table office_user (
     id uuid primary key,
     username text not null unique check (username = lower(username) and username <> ''),
     display_name text not null,
     title text,
     signing_form text,
     password_hash text,
     must_change_password boolean not null default false,
     totp_seed bytea,
     totp_last_step bigint,
     failures int not null default 0 check (failures >= 0),
     failures_today int not null default 0 check (failures_today >= 0),
     failed_at timestamptz,
     blocked_until timestamptz,
     settings jsonb not null default '{}',
     created_at timestamptz not null default clock_timestamp(),
     disabled_at timestamptz
   )`,
  ...granted('office_user', { app: 'select, insert, update' }),

  `create table membership (
     unit_id int not null references unit,
     user_id uuid not null references office_user,
     department_code text,
     roles text[] not null check (cardinality(roles) > 0),
     substitute_for uuid references office_user,
     from_at timestamptz not null default '-infinity',
     until_at timestamptz not null default 'infinity',
     check (from_at < until_at),
     unique nulls not distinct (unit_id, user_id, department_code, from_at),
     foreign key (unit_id, department_code) references department (unit_id, code)
   )`,
  'create index membership_user on membership (user_id)',
  ...walled('membership', { app: 'select, insert, update, delete', reader: 'select' }),

  `create table session (
     token_hash bytea primary key check (length(token_hash) = 32),
     id uuid not null unique,
     user_id uuid not null references office_user,
     csrf_hash bytea not null,
     opened_at timestamptz not null,
     seen_at timestamptz not null,
     expires_at timestamptz not null,
     ended_at timestamptz,
     address inet,
     agent text,
     facts jsonb not null default '{}'
   )`,
  'create index session_of_user on session (user_id)',
  ...granted('session', { app: 'select, insert, update, delete' }),

  `create table remembered_device (
     token_hash bytea primary key check (length(token_hash) = 32),
     user_id uuid not null references office_user,
     expires_at timestamptz not null
   )`,
  'create index remembered_device_user on remembered_device (user_id)',
  ...granted('remembered_device', { app: 'select, insert, delete' }),

  `create table api_key (
     id uuid primary key,
     unit_id int not null references unit,
     token_hash bytea not null unique check (length(token_hash) = 32),
     name text not null,
     permissions text[] not null,
     created_by uuid not null references office_user,
     created_at timestamptz not null,
     used_at timestamptz,
     revoked_at timestamptz
   )`,
  ...walled('api_key', { app: 'select, insert, update' }),

  `create table procedure (
     owner_id int not null references unit,
     code text not null check (code <> ''),
     name text not null,
     name_plain text not null,
     field text not null,
     reconciled boolean not null default true,
     primary key (owner_id, code)
   )`,
  'create index procedure_code on procedure (code)',
  ...shared('procedure', { app: 'select, insert, update', reader: 'select' }),

  `create table procedure_version (
     owner_id int not null,
     code text not null,
     version int not null check (version >= 1),
     definition jsonb not null,
     effective_from date not null,
     created_at timestamptz not null,
     created_by text not null,
     primary key (owner_id, code, version),
     foreign key (owner_id, code) references procedure (owner_id, code)
   )`,
  'create index procedure_version_code on procedure_version (code)',
  ...shared('procedure_version', { app: 'select, insert', reader: 'select' }),

  `create table calendar_layer (
     owner_id int not null references unit,
     version int not null check (version >= 1),
     layer jsonb not null,
     created_at timestamptz not null,
     created_by text not null,
     primary key (owner_id, version)
   )`,
  ...shared('calendar_layer', { app: 'select, insert', reader: 'select' }),

  `create table calendar_version (
     unit_id int not null references unit,
     number int not null check (number >= 1),
     hash text not null,
     definition jsonb not null,
     in_force_from timestamptz not null,
     created_by text not null,
     primary key (unit_id, number)
   )`,
  'create index calendar_version_hash on calendar_version (unit_id, hash)',
  ...walled('calendar_version', { app: 'select, insert', reader: 'select' }),
]);
