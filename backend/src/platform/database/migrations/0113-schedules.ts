import { forward } from './forward.ts';
import { granted } from './wall.ts';

/** Which times of which schedule were seen to: the row, not the queue, makes each of them one. */
export const schedules = forward('Schedules1795240000113', [
  `create table schedule_run (
     schedule text not null check (schedule <> ''),
     fires_at timestamptz not null,
     ordered_at timestamptz not null,
     lease uuid,
     leased_until timestamptz,
     tries int not null default 0 check (tries >= 0),
     finished_at timestamptz,
     primary key (schedule, fires_at),
     check ((lease is null) = (leased_until is null)),
     check (finished_at is null or lease is null)
   )`,
  'create index schedule_run_open on schedule_run (ordered_at) where finished_at is null',
  ...granted('schedule_run', { app: 'select, insert, update, delete' }),
]);
