import { forward } from './forward.ts';
import { appendOnly, granted, walled } from './wall.ts';

/** What surrounds a command: approvals, what others must hear, what was asked before, who did it. */
export const work = forward('Work1795233600003', [
  `create table approval (
     unit_id int not null,
     id uuid not null,
     dossier_id uuid not null,
     dossier_version int not null,
     form text not null check (form in ('mau02', 'mau03', 'mau04', 'mau05', 'hold')),
     level text not null check (level in ('head', 'director')),
     command text not null,
     body jsonb not null,
     requested_by jsonb not null,
     requested_at timestamptz not null,
     status text not null default 'open' check (status in ('open', 'approved', 'returned', 'void')),
     decided_by jsonb,
     decided_at timestamptz,
     answer text,
     primary key (unit_id, id),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id),
     check ((status = 'open') = (decided_at is null))
   )`,
  `create unique index approval_open on approval (unit_id, dossier_id, command)
     where status = 'open'`,
  'create index approval_queue on approval (unit_id, status, requested_at)',
  ...walled('approval', { app: 'select, insert, update' }),

  `create table outbox (
     unit_id int not null,
     position bigint not null default next_position(),
     topic text not null,
     message jsonb not null,
     at timestamptz not null,
     state text not null default 'open' check (state in ('open', 'sent', 'superseded', 'dead')),
     settled_at timestamptz,
     primary key (unit_id, position),
     check ((state = 'open') = (settled_at is null))
   )`,
  `create index outbox_follow on outbox (position) where state = 'open'`,
  ...walled('outbox', { app: 'select, insert, update, delete' }),

  `create table feed (
     unit_id int not null,
     position bigint not null default next_position(),
     op text not null,
     type text not null,
     id text not null,
     at timestamptz not null,
     primary key (unit_id, position)
   )`,
  'create index feed_follow on feed (position)',
  'create index feed_age on feed (at)',
  ...walled('feed', { app: 'select, insert, delete' }),

  // Of an actor, not of a unit: the same key means the same request wherever it was sent.
  `create table idempotency (
     actor text not null,
     key text not null,
     body_hash bytea not null check (length(body_hash) = 32),
     status int not null check (status between 200 and 499),
     id text,
     version int,
     at timestamptz not null default clock_timestamp(),
     primary key (actor, key)
   )`,
  'create index idempotency_age on idempotency (at)',
  ...granted('idempotency', { app: 'select, insert, delete' }),

  // Unit 0 is the installation itself: acts of nobody's unit, such as a failed sign-in.
  `create table audit (
     unit_id int not null check (unit_id >= 0),
     position bigint not null default next_position(),
     office_at timestamptz not null,
     machine_at timestamptz not null default clock_timestamp(),
     actor jsonb not null,
     act text not null,
     outcome text not null,
     subject_type text,
     subject_id text,
     facts jsonb not null default '{}',
     request_id text,
     address inet,
     primary key (unit_id, position)
   )`,
  'create index audit_subject on audit (unit_id, subject_type, subject_id, position)',
  'create index audit_follow on audit (position)',
  ...walled('audit', { app: 'select, insert' }),
  ...appendOnly('audit'),

  `create table audit_seal (
     unit_id int not null,
     number int not null check (number >= 1),
     first_position bigint not null,
     last_position bigint not null check (last_position >= first_position),
     row_count int not null check (row_count >= 1),
     hash bytea not null check (length(hash) = 32),
     sealed_at timestamptz not null default clock_timestamp(),
     primary key (unit_id, number),
     unique (unit_id, last_position)
   )`,
  ...walled('audit_seal', { app: 'select, insert' }),
  ...appendOnly('audit_seal'),

  `create table job (
     unit_id int not null,
     id uuid not null,
     kind text not null,
     actor jsonb not null,
     state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
     done int not null default 0 check (done >= 0),
     total int not null default 0 check (total >= done),
     request jsonb not null,
     results jsonb not null default '[]',
     created_at timestamptz not null,
     changed_at timestamptz not null,
     primary key (unit_id, id)
   )`,
  ...walled('job', { app: 'select, insert, update, delete' }),
]);
