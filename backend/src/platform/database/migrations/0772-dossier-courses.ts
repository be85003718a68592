import { forward } from './forward.ts';
import { walled } from './wall.ts';

const MOVING = `('received', 'stepStarted', 'stepCompleted', 'stepReturned', 'resultIssued', 'withdrawn')`;
const NOT_PLAIN = `('corrected', 'voided', 'supplementRequested', 'paymentRequested', 'held', 'refused', 'stopped')`;

const ms = (moment: string): string => `(extract(epoch from ${moment}) * 1000)::bigint`;

/**
 * Through which steps a plain dossier went, and when: all that a report by steps needs of its history, and nothing
 * that a calendar could make wrong. Moments are milliseconds, as the law counts: a year of a commune has a million.
 */
export const dossierCourses = forward('DossierCourses1795330000772', [
  `create table dossier_course (
     unit_id int not null,
     dossier_id uuid not null,
     turns jsonb not null,
     at_ms bigint[] not null,
     is_from_source boolean not null,
     first_here_ms bigint,
     primary key (unit_id, dossier_id),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id) on delete cascade,
     check (jsonb_array_length(turns) = cardinality(at_ms) and cardinality(at_ms) > 0)
   )`,
  ...walled('dossier_course', { app: 'select, insert, update, delete', reader: 'select' }),

  // One dossier at a time: whatever the planner believes of a table, it reads no others.
  `create function tell_courses(units int[], ids uuid[]) returns void language sql volatile as $$
     with told as (
       select touched.unit_id, touched.dossier_id, whole.* from unnest(units, ids) as touched (unit_id, dossier_id)
       cross join lateral (
         select jsonb_agg(jsonb_build_array(type,
             coalesce(payload ->> 'stepKey', payload ->> 'firstStepKey', payload ->> 'toStepKey'),
             payload ->> 'nextStepKey') order by occurred_at, version) filter (where type in ${MOVING}) as turns,
           array_agg(${ms('occurred_at')} order by occurred_at, version)
             filter (where type in ${MOVING}) as at_ms,
           coalesce((array_agg(source is not null order by occurred_at, version)
             filter (where type = 'received'))[1], false) as is_from_source,
           min(occurred_at) filter (where source is null) as first_here_at,
           bool_or(type in ${NOT_PLAIN}) as is_not_plain
         from dossier_event as event
         where event.unit_id = touched.unit_id and event.dossier_id = touched.dossier_id
       ) as whole
     ), gone as (
       delete from dossier_course as course using told
         where told.is_not_plain and course.unit_id = told.unit_id and course.dossier_id = told.dossier_id
     )
     insert into dossier_course (unit_id, dossier_id, turns, at_ms, is_from_source, first_here_ms)
       select unit_id, dossier_id, turns, at_ms, is_from_source,
         case when is_from_source then ${ms('first_here_at')} end
       from told where not is_not_plain and turns is not null
     on conflict (unit_id, dossier_id) do update set turns = excluded.turns, at_ms = excluded.at_ms,
       is_from_source = excluded.is_from_source, first_here_ms = excluded.first_here_ms
   $$`,

  `create function follow_courses() returns trigger language plpgsql as $$
   begin
     perform tell_courses(array_agg(unit_id), array_agg(dossier_id)) from (
       select distinct unit_id, dossier_id from added where type in ${MOVING} or type in ${NOT_PLAIN}
         -- The first act of ours begins the steps of a dossier that a source has told.
         or source is null and exists (select from dossier_course as course
           where course.unit_id = added.unit_id and course.dossier_id = added.dossier_id
             and is_from_source
             and (first_here_ms is null or first_here_ms > ${ms('added.occurred_at')}))
     ) as touched having count(*) > 0;
     return null;
   end $$`,
  // Whoever writes events, be it a command, an import or the undoing of one: the course follows.
  `create trigger courses_follow after insert on dossier_event referencing new table as added
     for each statement execute function follow_courses()`,

  // What was told before there were courses.
  `do $$
   begin
     perform set_config('app.units', (select coalesce(array_agg(id), '{}') from unit)::text, true);
     perform tell_courses(array_agg(unit_id), array_agg(id)) from dossier group by unit_id;
     perform set_config('app.units', '', true);
   end $$`,
  'analyze dossier_course',
]);
