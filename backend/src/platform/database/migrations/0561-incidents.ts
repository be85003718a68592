import { forward } from './forward.ts';
import { walled } from './wall.ts';

/** *Sự cố hệ thống*: which system did not work, and when. Who changed it stays in the audit. */
export const incidents = forward('Incidents1795260000561', [
  `create table incident (
     unit_id int not null references unit,
     id uuid not null,
     system text not null check (system <> ''),
     kind text not null check (kind in
       ('down', 'slow', 'signIn', 'signature', 'sync', 'payment', 'other')),
     from_at timestamptz not null,
     to_at timestamptz not null default 'infinity' check (to_at > from_at),
     note text,
     withdrawn boolean not null default false,
     made_by text not null,
     made_at timestamptz not null,
     primary key (unit_id, id)
   )`,
  'create index incident_lasted on incident (unit_id, from_at, id)',
  ...walled('incident', { app: 'select, insert, update' }),
]);
