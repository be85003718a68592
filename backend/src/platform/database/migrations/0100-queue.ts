import { forward } from './forward.ts';
import { granted, walled } from './wall.ts';

/** What followers, the relay and workers have to remember, and the clock they share. */
export const queue = forward('Queue1795240000100', [
  // Whose lease it is: a worker that was away too long may not write over the one that took its place.
  `alter table outbox
     add column tries int not null default 0 check (tries >= 0),
     add column leased_until timestamptz`,

  // Below it nothing of the feed is kept any more: who saw less has to fetch everything anew.
  `create table feed_floor (
     only_one boolean primary key default true check (only_one),
     position bigint not null
   )`,
  'insert into feed_floor (position) values (0)',
  ...granted('feed_floor', { app: 'select, update' }),

  `alter table job
     add column lease uuid,
     add column leased_until timestamptz,
     add column tries int not null default 0 check (tries >= 0),
     add check ((lease is null) = (leased_until is null)),
     add check (lease is null or state = 'running')`,
  `create index job_unfinished on job (unit_id, leased_until) where state in ('queued', 'running')`,
  // One row for each thing to be done: what is done stays done, whoever is killed.
  `create table job_item (
     unit_id int not null,
     job_id uuid not null,
     place int not null check (place >= 0),
     target text not null,
     result jsonb,
     primary key (unit_id, job_id, place),
     foreign key (unit_id, job_id) references job (unit_id, id) on delete cascade
   )`,
  `create index job_item_open on job_item (unit_id, job_id, place) where result is null`,
  ...walled('job_item', { app: 'select, insert, update, delete' }),

  // The office's time, moved for a trial: one row for every process.
  `create table office_clock (
     only_one boolean primary key default true check (only_one),
     setting text not null,
     machine_at timestamptz not null,
     office_at timestamptz not null,
     rate double precision not null check (rate >= 0)
   )`,
  ...granted('office_clock', { app: 'select, insert, update, delete', reader: 'select' }),
]);
